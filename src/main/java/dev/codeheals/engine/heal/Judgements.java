package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.FixOutcomes;
import dev.codeheals.engine.score.JudgedFix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/// Remembers what became of fixes: that is what confidence is calibrated by.
///
/// A fix that was written counts as right from then on, until it is undone or the same failure is back within a week.
public final class Judgements {
    private static final Duration KEPT = Duration.ofDays(7);

    private final KnowledgeBase knowledge;
    private final EnvelopeJournal journal;
    private final FixOutcomes outcomes;
    private final InstantSource clock;

    public Judgements(KnowledgeBase knowledge, EnvelopeJournal journal, FixOutcomes outcomes, InstantSource clock) {
        this.knowledge = knowledge;
        this.journal = journal;
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

    /// A failure was met: the newest fix of it turns out wrong if that was made for this place within the last week. The same mistake in
    /// another file or function says nothing about it.
    void met(SealedDiagnosis sealed, Path project) {
        Diagnosis diagnosis = sealed.diagnosis();
        outcomes.since(clock.instant().minus(KEPT), project.toString(), diagnosis.clusterId()).stream()
                .flatMap(fix -> journal.find(fix.envelopeId()).filter(envelope -> samePlace(envelope, diagnosis)).map(_ -> fix).stream())
                .findFirst().filter(JudgedFix::right)
                .flatMap(fix -> journal.find(fix.envelopeId())).ifPresent(envelope -> judge(envelope, false, "failed again"));
    }

    private static boolean samePlace(Envelope envelope, Diagnosis diagnosis) {
        Diagnosis then = envelope.sealed().diagnosis();
        return Objects.equals(then.file(), diagnosis.file()) && Objects.equals(then.function(), diagnosis.function());
    }

    private void judge(Envelope envelope, boolean right, String why) {
        Confidence confidence = envelope.confidence();
        if (confidence != null) {
            outcomes.judge(new JudgedFix(envelope.envelopeId(), envelope.project(), envelope.sealed().diagnosis().clusterId(),
                    envelope.sealed().diagnosis().family(), envelope.source(), confidence.raw(), confidence.overall(), right, why, clock.instant()));
        }
    }
}
