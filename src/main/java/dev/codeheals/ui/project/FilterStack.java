package dev.codeheals.ui.project;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The filters in force, newest last; what every view shows passes them all. Each can be taken back.
public final class FilterStack {
    private final ObservableList<EnvelopeFilter> filters = FXCollections.observableArrayList();
    /// Held here because a read-only list listens weakly: one made for each caller would fall silent.
    private final ObservableList<EnvelopeFilter> shown = FXCollections.unmodifiableObservableList(filters);

    public ObservableList<EnvelopeFilter> filters() {
        return shown;
    }

    public BooleanBinding active() {
        return Bindings.isNotEmpty(filters);
    }

    public void push(EnvelopeFilter filter) {
        filters.add(filter);
    }

    /// The time that passes all filters; empty if there are none or they have no moment in common.
    public Optional<EnvelopeFilter> common() {
        Optional<Instant> from = filters.stream().map(EnvelopeFilter::from).max(Comparator.naturalOrder());
        Optional<Instant> until = filters.stream().map(EnvelopeFilter::until).min(Comparator.naturalOrder());
        return from.flatMap(start -> until.filter(start::isBefore).map(end -> new EnvelopeFilter(start, end)));
    }

    /// Takes the newest back; does nothing without one.
    public void undo() {
        if (!filters.isEmpty()) {
            filters.removeLast();
        }
    }

    public void remove(EnvelopeFilter filter) {
        filters.remove(filter);
    }

    public void clear() {
        filters.clear();
    }

    public boolean passes(Instant time) {
        return filters.stream().allMatch(filter -> filter.passes(time));
    }
}
