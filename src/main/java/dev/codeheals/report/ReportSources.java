package dev.codeheals.report;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.context.MetricsSource;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.OutcomeChange;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.repair.model.Redaction;
import dev.codeheals.engine.score.FixOutcomes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a report gets its facts.
///
/// @param breakers   a project's breaker as it is kept
/// @param integrity  checks the whole journal
/// @param redactions how secrets of a project are found
public record ReportSources(EnvelopeJournal journal, Decisions decisions, MetricsSource metrics, KnowledgeBase knowledge, FixOutcomes outcomes,
                            Function<String, Optional<BreakerSnapshot>> breakers, Supplier<Report.Integrity> integrity,
                            Function<Path, Redaction> redactions) {

    /// Reads what was decided about envelopes made from a moment on, oldest first; null for all projects.
    public interface Decisions {
        List<OutcomeChange> about(Instant from, @Nullable String project);
    }
}
