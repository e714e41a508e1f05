package dev.codeheals.ui.timeline;

import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.ui.project.EnvelopeFilter;
import dev.codeheals.ui.project.FilterStack;
import dev.codeheals.ui.task.Pause;
import dev.codeheals.ui.task.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The timeline's state: what is on screen, what is selected, what is brushed.
public final class TimelineViewModel {
    private static final int MOST = 1_000_000;
    private static final int LISTED = 2_000;
    private static final double MARGIN = 0.03;
    /// The table follows once the window rests: filling it with every frame of a pan would cost more than the drawing.
    private static final Duration REST = Duration.ofMillis(80);

    private final EnvelopeJournal journal;
    private final FilterStack filters;
    private final Work work;
    private final InstantSource clock;
    private final @Nullable String project;
    private final ReadOnlyObjectWrapper<Series> series = new ReadOnlyObjectWrapper<>(Series.EMPTY);
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(new TimeRange(0, 1));
    private final ObjectProperty<ConfidenceRange> heights = new SimpleObjectProperty<>(ConfidenceRange.ALL);
    private final ObjectProperty<@Nullable EnvelopeFilter> brush = new SimpleObjectProperty<>();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final BooleanProperty follow = new SimpleBooleanProperty(true);
    private final ObservableList<EnvelopeRow> listed = FXCollections.observableArrayList();
    private boolean everything = true;

    /// @param project null for all projects
    public TimelineViewModel(EnvelopeJournal journal, FilterStack filters, Work work, InstantSource clock, @Nullable String project) {
        this.journal = journal;
        this.filters = filters;
        this.work = work;
        this.clock = clock;
        this.project = project;
        filters.filters().subscribe(this::list);
        Pause rest = new Pause(REST, this::list);
        range.subscribe(rest::request);
    }

    /// Reads the journal again.
    public void reload() {
        work.run(() -> Series.of(journal.rows(Instant.EPOCH, project, MOST)), this::show);
    }

    /// Shows these envelopes in place of the ones before.
    public void show(Series next) {
        String kept = selected.get() >= 0 && selected.get() < series.get().size() ? series.get().row(selected.get()).envelopeId() : "";
        series.set(next);
        selected.set(kept.isEmpty() ? -1 : next.indexOf(kept));
        if (everything) {
            fit();
        } else if (follow.get()) {
            followNow();
        }
        list();
    }

    public ReadOnlyObjectProperty<Series> seriesProperty() {
        return series.getReadOnlyProperty();
    }

    public ObjectProperty<TimeRange> rangeProperty() {
        return range;
    }

    /// The stretch of confidence on screen.
    public ObjectProperty<ConfidenceRange> heightsProperty() {
        return heights;
    }

    /// What is being brushed, before it becomes a filter.
    public ObjectProperty<@Nullable EnvelopeFilter> brushProperty() {
        return brush;
    }

    /// Index of the selected mark; -1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// Whether new envelopes move the window along.
    public BooleanProperty followProperty() {
        return follow;
    }

    public FilterStack filters() {
        return filters;
    }

    /// The envelopes the table shows: those in the filters, else those on screen; newest first.
    public ObservableList<EnvelopeRow> listed() {
        return listed;
    }

    public void zoom(double factor, double anchor) {
        everything = false;
        range.set(range.get().zoomed(factor, anchor));
        follow.set(endsAtNewest());
    }

    /// Confidence alone; time stays as it is.
    public void zoomHeights(double factor, double anchor) {
        heights.set(heights.get().zoomed(factor, anchor));
    }

    /// Fills the window with the time that passes all filters.
    public void zoomToFilters() {
        filters.common().ifPresent(only -> {
            everything = false;
            range.set(new TimeRange(only.start(), only.end()));
            follow.set(endsAtNewest());
        });
    }

    public void pan(double share) {
        everything = false;
        range.set(range.get().moved(share));
        follow.set(endsAtNewest());
    }

    public void showAll() {
        heights.set(ConfidenceRange.ALL);
        fit();
    }

    private void fit() {
        everything = true;
        follow.set(true);
        Series all = series.get();
        double now = clock.millis();
        double first = all.size() == 0 ? now - Duration.ofHours(1).toMillis() : all.time(0);
        double last = all.size() == 0 ? now : all.time(all.size() - 1);
        double margin = Math.max(1_000, (last - first) * MARGIN);
        range.set(new TimeRange(first - margin, last + margin));
    }

    /// The last hour, day, week …
    public void showLast(Duration span) {
        everything = false;
        follow.set(true);
        double now = clock.millis();
        range.set(new TimeRange(now - span.toMillis(), now + span.toMillis() * MARGIN));
    }

    /// From then until now.
    public void showSince(Instant from) {
        showLast(Duration.between(from, clock.instant()));
    }

    /// Moves the window so that the newest envelope is on screen, keeping its length.
    public void followNow() {
        double length = range.get().length();
        Series all = series.get();
        double last = all.size() == 0 ? clock.millis() : all.time(all.size() - 1);
        range.set(new TimeRange(last + length * MARGIN - length, last + length * MARGIN));
        follow.set(true);
    }

    /// Makes what is brushed a filter for every view.
    public void applyBrush() {
        EnvelopeFilter brushed = brush.get();
        brush.set(null);
        if (brushed != null) {
            filters.push(brushed);
        }
    }

    /// Selects the next mark in time (or the one before), and brings it on screen.
    public void walk(int step) {
        Series all = series.get();
        if (all.size() == 0) {
            return;
        }
        int start = selected.get() < 0 ? (step > 0 ? all.from(range.get().from()) - 1 : all.from(range.get().until())) : selected.get();
        select(Math.clamp((long) start + step, 0, all.size() - 1));
    }

    public void select(int index) {
        selected.set(index);
        if (index >= 0) {
            double time = series.get().time(index);
            TimeRange shown = range.get();
            if (time < shown.from() || time >= shown.until()) {
                everything = false;
                range.set(new TimeRange(time - shown.length() / 2, time + shown.length() / 2));
            }
        }
    }

    private boolean endsAtNewest() {
        Series all = series.get();
        return all.size() == 0 || range.get().until() > all.time(all.size() - 1);
    }

    private void list() {
        Series all = series.get();
        if (filters.filters().isEmpty()) {
            listed.setAll(all.between(range.get().from(), range.get().until(), LISTED));
            return;
        }
        listed.setAll(filters.common().map(only -> all.between(only.start(), only.end(), LISTED)).orElse(List.of()));
    }
}
