package dev.codeheals.ui.knowledge;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.context.MetricsSource;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.ui.project.FilterStack;
import dev.codeheals.ui.task.Work;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What was learnt, over all projects, in numbers.
public final class KnowledgeViewModel {
    private static final int ROWS = 100_000;
    private static final int TOP = 8;
    private final KnowledgeBase knowledge;
    private final EnvelopeJournal journal;
    private final MetricsSource metrics;
    private final FilterStack filters;
    private final Work work;
    private final ReadOnlyObjectWrapper<@Nullable Picture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Reliability> reliability = new ReadOnlyObjectWrapper<>(Reliability.of(List.of()));
    private final ObjectProperty<String> family = new SimpleObjectProperty<>("");
    private final ObservableList<String> families = FXCollections.observableArrayList();
    private List<EnvelopeRow> rows = List.of();

    /// Everything at one moment.
    ///
    /// @param top most used patterns first
    public record Picture(KnowledgeStats stats, Metrics metrics, List<SuccessPattern> top, List<EnvelopeRow> rows) {}

    public KnowledgeViewModel(KnowledgeBase knowledge, EnvelopeJournal journal, MetricsSource metrics, FilterStack filters, Work work) {
        this.knowledge = knowledge;
        this.journal = journal;
        this.metrics = metrics;
        this.filters = filters;
        this.work = work;
        family.subscribe(this::rate);
        filters.filters().subscribe(this::rate);
    }

    public void reload() {
        work.run(() -> new Picture(knowledge.stats(), metrics.measure(MetricsQuery.all()), knowledge.search("", 0, 200).stream()
                .sorted(Comparator.comparingInt(SuccessPattern::successCount).reversed()).limit(TOP).toList(),
                journal.rows(Instant.EPOCH, null, ROWS)), this::show);
    }

    private void show(Picture next) {
        rows = next.rows();
        picture.set(next);
        List<String> found = rows.stream().map(KnowledgeViewModel::familyOf).distinct().sorted().toList();
        if (!families.equals(found)) {
            families.setAll(found);
        }
        rate();
    }

    private void rate() {
        String wanted = family.get();
        reliability.set(Reliability.of(rows.stream().filter(r -> filters.passes(r.createdAt()))
                .filter(r -> wanted.isEmpty() || familyOf(r).equals(wanted)).toList()));
    }

    private static String familyOf(EnvelopeRow row) {
        int dot = row.errorCode().indexOf('.');
        return dot < 0 ? row.errorCode() : row.errorCode().substring(0, dot);
    }

    public ReadOnlyObjectProperty<@Nullable Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Reliability> reliabilityProperty() {
        return reliability.getReadOnlyProperty();
    }

    /// Whose fixes the reliability diagram counts; empty for all.
    public ObjectProperty<String> familyProperty() {
        return family;
    }

    public ObservableList<String> families() {
        return families;
    }
}
