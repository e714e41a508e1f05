package dev.codeheals.engine.context;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.RecentEnvelopes;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.repair.HealContexts;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Builds the three context layers for an attempt. Each has a fixed largest size and holds no absolute path.
public final class HealContextBuilder {
    private static final int WEEKS_ATTEMPTS = 1_000;

    private final RecentEnvelopes recent;
    private final EnvelopeJournal journal;
    private final KnowledgeBase knowledge;
    private final InstantSource clock;

    public HealContextBuilder(RecentEnvelopes recent, EnvelopeJournal journal, KnowledgeBase knowledge, InstantSource clock) {
        this.recent = recent;
        this.journal = journal;
        this.knowledge = knowledge;
        this.clock = clock;
    }

    /// The layers as of now.
    ///
    /// @param sealed null before the first diagnosis; then the success layer is empty
    public HealContexts build(String project, @Nullable SealedDiagnosis sealed, BreakerSnapshot breaker) {
        Instant now = clock.instant();
        String memory = MemoryContext.of(recent.latest(project, MemoryContext.ATTEMPTS), breaker);
        String insights = PatternInsights.of(journal.rows(now.minus(PatternInsights.WEEK), project, WEEKS_ATTEMPTS), breaker, now);
        return new HealContexts(memory, insights, sealed == null ? "" : SuccessContext.of(sealed.diagnosis(), project, knowledge));
    }
}
