package dev.codeheals.ui.failure;

import dev.codeheals.engine.classify.ClusterRules;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.ui.classify.Classification;
import dev.codeheals.ui.classify.Classified;
import dev.codeheals.ui.task.Work;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One failure: its diagnosis, the attempts to heal it, when it was seen, what is like it.
public final class FailureViewModel {
    private static final int ROWS = 100_000;
    private static final int SIMILAR = 12;
    private final EnvelopeJournal journal;
    private final Classification classification;
    private final Grouping grouping;
    private final Work work;
    private final ReadOnlyObjectWrapper<@Nullable Story> story = new ReadOnlyObjectWrapper<>();
    private int generation;

    /// All there is to tell.
    ///
    /// @param classified null where the output kept no traceback
    /// @param attempts   first attempt first
    /// @param days       occurrences of the same cluster by day, oldest first
    /// @param similar    last envelope of other heals of the same code, newest first
    /// @param regrouped  whether the user had a say in its grouping
    /// @param older      envelope of the time the same cluster was seen before; null for the first time
    /// @param newer      envelope of the time after; null for the last time
    public record Story(Envelope envelope, @Nullable Classified classified, List<Envelope> attempts, Map<LocalDate, Long> days,
                        List<EnvelopeRow> similar, boolean regrouped, @Nullable String older, @Nullable String newer) {
        /// The kind it counts to now.
        public String cluster() {
            return classified == null ? envelope.sealed().diagnosis().clusterId() : classified.sealed().diagnosis().clusterId();
        }
    }

    public FailureViewModel(EnvelopeJournal journal, Classification classification, Grouping grouping, Work work) {
        this.journal = journal;
        this.grouping = grouping;
        this.classification = classification;
        this.work = work;
    }

    public ReadOnlyObjectProperty<@Nullable Story> storyProperty() {
        return story.getReadOnlyProperty();
    }

    /// Shows the failure an envelope is about.
    public void open(String envelopeId) {
        int mine = ++generation;
        work.run(() -> journal.find(envelopeId).map(this::tell), found -> {
            if (mine == generation) {
                found.ifPresent(story::set);
            }
        });
    }

    private Story tell(Envelope envelope) {
        String cluster = envelope.sealed().diagnosis().clusterId();
        String code = envelope.sealed().diagnosis().errorCode();
        List<EnvelopeRow> rows = journal.rows(Instant.EPOCH, null, ROWS).stream().filter(r -> r.attempt() == 1).toList();
        List<EnvelopeRow> seen = rows.stream().filter(r -> r.clusterId().equals(cluster)).toList();
        int place = seen.stream().map(EnvelopeRow::healId).toList().indexOf(envelope.healId());
        Map<LocalDate, Long> days = seen.stream().collect(Collectors.groupingBy(
                r -> LocalDate.ofInstant(r.createdAt(), ZoneId.systemDefault()), TreeMap::new, Collectors.counting()));
        List<EnvelopeRow> similar = rows.stream().filter(r -> r.errorCode().equals(code) && !r.healId().equals(envelope.healId()))
                .limit(SIMILAR).toList();
        Classified classified = classification.of(envelope.verdict().beforeOutput(), new ProjectPaths(List.of(envelope.project()))).stream()
                .filter(c -> c.sealed().diagnosis().errorCode().equals(code)).findFirst().map(c -> c.withSource(Path.of(envelope.project()))).orElse(null);
        ClusterRules rules = grouping.rules();
        boolean regrouped = rules.moved().containsKey(cluster) || rules.splits().containsKey(cluster);
        return new Story(envelope, classified, journal.ofHeal(envelope.healId()), days, similar, regrouped,
                place < 0 ? null : at(seen, place + 1), at(seen, place - 1));
    }

    private static @Nullable String at(List<EnvelopeRow> rows, int place) {
        return place >= 0 && place < rows.size() ? rows.get(place).envelopeId() : null;
    }

    /// Counts another kind of failure to this one from now on.
    public void merge(String cluster) {
        change(told -> grouping.merge(cluster, told.cluster()));
    }

    /// Makes failures of this kind in the same file a kind of their own.
    public void split() {
        change(told -> {
            String file = told.envelope().sealed().diagnosis().file();
            if (file != null) {
                grouping.split(told.cluster(), file);
            }
        });
    }

    /// Takes back what the user said about the grouping of this failure.
    public void reset() {
        change(told -> grouping.reset(told.envelope().sealed().diagnosis().clusterId()));
    }

    private void change(Consumer<Story> change) {
        Story told = story.get();
        if (told != null) {
            work.run(() -> {
                change.accept(told);
                return told.envelope().envelopeId();
            }, this::open);
        }
    }
}
