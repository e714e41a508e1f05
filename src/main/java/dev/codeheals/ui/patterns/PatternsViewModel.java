package dev.codeheals.ui.patterns;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.task.Work;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The pattern library: what is searched, what is found, and the pattern that is open.
public final class PatternsViewModel {
    private static final int SHOWN = 50;
    private static final Set<String> EARNED = Set.of("GOLD_STANDARD", "HIGH_CONFIDENCE", "RELIABLE");
    private final KnowledgeBase knowledge;
    private final EnvelopeJournal journal;
    private final Work work;
    private final StringProperty query = new SimpleStringProperty("");
    private final PagedPatterns found;
    private final ReadOnlyObjectWrapper<@Nullable SuccessPattern> open = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Envelope> provenance = FXCollections.observableArrayList();
    private final ObservableList<String> families = FXCollections.observableArrayList();

    public PatternsViewModel(KnowledgeBase knowledge, EnvelopeJournal journal, Work work) {
        this.knowledge = knowledge;
        this.journal = journal;
        this.work = work;
        this.found = new PagedPatterns(knowledge, work);
    }

    public StringProperty queryProperty() {
        return query;
    }

    ObservableList<PatternRow> found() {
        return found;
    }

    public ReadOnlyObjectProperty<@Nullable SuccessPattern> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The attempts behind the open pattern, newest first.
    public ObservableList<Envelope> provenance() {
        return provenance;
    }

    /// Families that have patterns.
    public ObservableList<String> families() {
        return families;
    }

    /// Searches for what is asked now.
    public void search() {
        found.search(query.get().strip());
        work.run(() -> knowledge.stats().byFamily().keySet().stream().sorted().toList(), families::setAll);
    }

    public void open(long id) {
        work.run(() -> knowledge.find(id).map(p -> new Opened(p, knowledge.provenance(id).stream().limit(SHOWN).map(journal::find)
                .flatMap(Optional::stream).toList())), found -> found.ifPresent(opened -> {
                    open.set(opened.pattern());
                    provenance.setAll(opened.attempts());
                }));
    }

    private record Opened(SuccessPattern pattern, List<Envelope> attempts) {}

    /// The user's own tags of the open pattern, as they are edited: separated by commas.
    public String userTags() {
        SuccessPattern pattern = open.get();
        return pattern == null ? "" : pattern.tags().stream().filter(t -> !EARNED.contains(t)).sorted().collect(Collectors.joining(", "));
    }

    public void tag(String typed) {
        SuccessPattern pattern = open.get();
        if (pattern != null) {
            Set<String> tags = Arrays.stream(typed.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty() && !EARNED.contains(t))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            work.run(() -> {
                knowledge.tag(pattern.id(), tags);
                return pattern.id();
            }, this::open);
        }
    }

    public void forget() {
        SuccessPattern pattern = open.get();
        if (pattern != null) {
            work.run(() -> {
                knowledge.forget(pattern.id());
                return true;
            }, _ -> {
                open.set(null);
                provenance.clear();
                search();
            });
        }
    }
}
