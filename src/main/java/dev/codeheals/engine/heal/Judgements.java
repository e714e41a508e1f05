package dev.codeheals.engine.heal;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.FixOutcomes;
import dev.codeheals.engine.score.JudgedFix;
import java.time.InstantSource;
import java.util.List;

/// Remembers what people made of fixes: that is what confidence is calibrated by.
public final class Judgements {
    private final KnowledgeBase knowledge;
    private final FixOutcomes outcomes;
    private final InstantSource clock;

    public Judgements(KnowledgeBase knowledge, FixOutcomes outcomes, InstantSource clock) {
        this.knowledge = knowledge;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void right(Envelope envelope, String why) {
        judge(envelope, true, why);
    }

    /// @param patterns the patterns this counts against
    void wrong(Envelope envelope, List<Long> patterns, String why) {
        judge(envelope, false, why);
        patterns.forEach(pattern -> knowledge.recordFailure(pattern, why));
    }

    private void judge(Envelope envelope, boolean right, String why) {
        Confidence confidence = envelope.confidence();
        if (confidence != null) {
            outcomes.judge(new JudgedFix(envelope.envelopeId(), envelope.project(), envelope.sealed().diagnosis().clusterId(),
                    envelope.sealed().diagnosis().family(), envelope.source(), confidence.raw(), confidence.overall(), right, why, clock.instant()));
        }
    }
}
