package dev.codeheals.ui.patterns;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternExchange;
import dev.codeheals.engine.knowledge.PatternSearch;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.task.Work;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
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
    private final PatternExchange exchange;
    private final EnvelopeJournal journal;
    private final Work work;
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty family = new SimpleStringProperty("");
    private final StringProperty tag = new SimpleStringProperty("");
    private final BooleanProperty onlyHere = new SimpleBooleanProperty();
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(new Sorting(PatternSearch.Order.BEST, true));
    private final String project;
    private final PagedPatterns found;
    private final ReadOnlyObjectWrapper<@Nullable SuccessPattern> open = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Envelope> provenance = FXCollections.observableArrayList();
    private final ObservableList<SuccessPattern> siblings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Exchanged> exchanged = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ObservableList<String> families = FXCollections.observableArrayList();

    /// What the rows are ordered by.
    public record Sorting(PatternSearch.Order order, boolean descending) {}

    /// @param project the one shown now, for what was learnt in it
    public PatternsViewModel(KnowledgeBase knowledge, PatternExchange exchange, EnvelopeJournal journal, Work work, String project) {
        this.project = project;
        this.knowledge = knowledge;
        this.exchange = exchange;
        this.journal = journal;
        this.work = work;
        this.found = new PagedPatterns(knowledge, work);
        family.subscribe((_, _) -> search());
        tag.subscribe((_, _) -> search());
        onlyHere.subscribe((_, _) -> search());
        sorting.subscribe((_, _) -> search());
    }

    /// Only patterns of this family; all for an empty text.
    public StringProperty familyProperty() {
        return family;
    }

    /// Only patterns with this tag; all for an empty text.
    public StringProperty tagProperty() {
        return tag;
    }

    /// Only patterns first learnt in the project shown now.
    public BooleanProperty onlyHereProperty() {
        return onlyHere;
    }

    public ObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    /// How many patterns the library holds.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    public StringProperty queryProperty() {
        return query;
    }

    PagedPatterns found() {
        return found;
    }

    public ReadOnlyObjectProperty<@Nullable SuccessPattern> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The attempts behind the open pattern, newest first.
    public ObservableList<Envelope> provenance() {
        return provenance;
    }

    /// Other fixes of the same failure as the open pattern's.
    public ObservableList<SuccessPattern> siblings() {
        return siblings;
    }

    /// How the last export, import or merge went.
    public ReadOnlyObjectProperty<@Nullable Exchanged> exchangedProperty() {
        return exchanged.getReadOnlyProperty();
    }

    /// Families that have patterns.
    public ObservableList<String> families() {
        return families;
    }

    /// Searches for what is asked now.
    public void search() {
        found.search(new PatternSearch(query.get().strip(), family.get(), tag.get(), onlyHere.get() ? project : "", sorting.get().order(),
                sorting.get().descending()));
        work.run(knowledge::stats, stats -> {
            families.setAll(stats.byFamily().keySet().stream().sorted().toList());
            total.set(stats.totalPatterns());
        });
    }

    public void open(long id) {
        work.run(() -> knowledge.find(id).map(p -> new Opened(p, knowledge.provenance(id).stream().limit(SHOWN).map(journal::find)
                .flatMap(Optional::stream).toList(), siblingsOf(p))), found -> found.ifPresent(opened -> {
                    open.set(opened.pattern());
                    provenance.setAll(opened.attempts());
                    siblings.setAll(opened.siblings());
                }));
    }

    private List<SuccessPattern> siblingsOf(SuccessPattern pattern) {
        return knowledge.search(pattern.clusterId(), 0, SHOWN).stream()
                .filter(p -> p.id() != pattern.id() && p.clusterId().equals(pattern.clusterId())).toList();
    }

    private record Opened(SuccessPattern pattern, List<Envelope> attempts, List<SuccessPattern> siblings) {}

    /// Makes a sibling count as one with the open pattern.
    public void merge(SuccessPattern from) {
        SuccessPattern into = open.get();
        if (into != null) {
            work.run(() -> {
                knowledge.merge(into.id(), from.id());
                return into.id();
            }, id -> {
                exchanged.set(new Exchanged("patterns.merged", List.of(from.fixDescription()), List.of(), () -> split(id, from.id())));
                open(id);
                search();
            });
        }
    }

    private void split(long shown, long merged) {
        work.run(() -> {
            knowledge.split(merged);
            return shown;
        }, id -> {
            open(id);
            search();
        });
    }

    /// Writes all patterns to a file that other machines can import.
    public void exportTo(Path target) {
        work.run(() -> {
            try (Writer out = Files.newBufferedWriter(target)) {
                return exchange.exportTo(out);
            }
        }, count -> exchanged.set(new Exchanged("patterns.exported", List.of(count, target.toString()), List.of(), null)), this::broken);
    }

    /// Merges the patterns of a file into the library.
    public void importFrom(Path source) {
        work.run(() -> {
            try (BufferedReader in = Files.newBufferedReader(source)) {
                return exchange.importFrom(in);
            }
        }, report -> {
            exchanged.set(new Exchanged("patterns.imported", List.of(report.added(), report.updated(), report.unchanged()), report.faults(), null));
            search();
        }, this::broken);
    }

    private void broken(Throwable cause) {
        exchanged.set(new Exchanged("patterns.exchange.failed", List.of(String.valueOf(cause.getMessage())), List.of(), null));
    }

    /// Whether a tag follows from the record and is not the user's own.
    static boolean earned(String tag) {
        return EARNED.contains(tag);
    }

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
                return pattern.id();
            }, id -> {
                exchanged.set(new Exchanged("patterns.forgotten", List.of(pattern.fixDescription()), List.of(), () -> recall(id)));
                open.set(null);
                provenance.clear();
                search();
            });
        }
    }

    private void recall(long id) {
        work.run(() -> {
            knowledge.recall(id);
            return id;
        }, known -> {
            open(known);
            search();
        });
    }
}
