package dev.codeheals.report.status;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.context.MetricsSource;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.OutcomeChange;
import dev.codeheals.engine.heal.ReviewDesk;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the status server answers from. Read anew for each request, so that it also tells what other processes did.
///
/// @param breakers a project's breaker as it is kept
/// @param reviews  carries out what a request with the token decides
public record StatusSources(EnvelopeJournal journal, Decisions decisions, MetricsSource metrics, KnowledgeBase knowledge,
                            Function<String, Optional<BreakerSnapshot>> breakers, ReviewDesk reviews) {

    /// The chain of decisions.
    public interface Decisions {
        /// The newest decision's place; 0 if there is none.
        long last();

        /// Oldest first.
        List<OutcomeChange> after(long sequence, int limit);
    }
}
