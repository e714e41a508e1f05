package dev.codeheals.engine.context;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.UnifiedDiff;
import dev.codeheals.engine.repair.pattern.PatternSource;
import dev.codeheals.engine.repair.pattern.TemplateLearner;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.FixOutcomes;
import dev.codeheals.engine.score.JudgedFix;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is learnt from how fixes end: success patterns, evidence against them, and how far confidence can be trusted.
public final class Lessons {
    private final KnowledgeBase knowledge;
    private final FixOutcomes outcomes;
    private final TemplateLearner learner;
    private final InstantSource clock;

    public Lessons(KnowledgeBase knowledge, FixOutcomes outcomes, TemplateLearner learner, InstantSource clock) {
        this.knowledge = knowledge;
        this.outcomes = outcomes;
        this.learner = learner;
        this.clock = clock;
    }

    /// A fix was promoted and the real command confirmed it.
    ///
    /// @param changes the files before and after, as promoted: hand edits included
    /// @return the pattern that was made or strengthened; empty below a confidence of 0.7
    public Optional<SuccessPattern> confirmed(Envelope envelope, List<FileChange> changes) {
        Confidence confidence = envelope.confidence();
        if (confidence == null) {
            return Optional.empty();
        }
        if (envelope.outcome() != Outcome.EDITED) {
            judge(envelope, true, "approved");
        }
        return knowledge.recordSuccess(pattern(envelope, changes), confidence.overall(), envelope.envelopeId());
    }

    /// A person turned a proposal down.
    public void rejected(Envelope envelope, String reason) {
        judge(envelope, false, "rejected");
        PatternSource.patternId(envelope.source()).ifPresent(id -> knowledge.recordFailure(id, "rejected: " + reason));
    }

    /// A promotion was undone: what was learnt from it turns out wrong.
    public void undone(Envelope envelope) {
        judge(envelope, false, "undone");
        knowledge.patternsOf(envelope.envelopeId()).forEach(id -> knowledge.recordFailure(id, "undone"));
    }

    /// A replay of a pattern did not heal.
    public void replayFailed(String source, String reason) {
        PatternSource.patternId(source).ifPresent(id -> knowledge.recordFailure(id, "replay failed: " + reason));
    }

    /// A failure was seen. If a fix of the same one was approved in this project within the last week, that fix turns out wrong.
    ///
    /// @return whether there was such a fix
    public boolean seen(String project, Diagnosis diagnosis) {
        return outcomes.failedAgain(project, diagnosis.clusterId(), clock.instant());
    }

    private void judge(Envelope envelope, boolean right, String why) {
        Confidence confidence = envelope.confidence();
        if (confidence != null) {
            Diagnosis d = envelope.sealed().diagnosis();
            outcomes.judge(new JudgedFix(envelope.envelopeId(), envelope.project(), d.clusterId(), d.family(), envelope.source(), confidence.raw(),
                    confidence.overall(), right, why, clock.instant()));
        }
    }

    /// The pattern to count. A fix that is the same edit as a known one of this cluster counts for that, whatever words describe it.
    private SuccessPattern pattern(Envelope envelope, List<FileChange> changes) {
        Diagnosis d = envelope.sealed().diagnosis();
        EditTemplate learnt = learner.learn(envelope.fixDescription(), changes, envelope.sealed()).orElse(EditTemplate.NONE);
        String description = envelope.fixDescription();
        EditTemplate template = learnt;
        PatternQuery query = new PatternQuery(d.errorCode(), d.clusterId(), 0, PatternQuery.MOST, envelope.project());
        for (SuccessPattern known : knowledge.lookup(query)) {
            boolean sameCluster = known.clusterId().equals(d.clusterId());
            boolean sameEdit = !learnt.equals(EditTemplate.NONE) && learner.sameEdit(known.template(), learnt);
            if (sameCluster && (sameEdit || known.fixDescription().equals(description))) {
                description = known.fixDescription();
                template = learner.refine(known.template(), learnt, changes, envelope.sealed()).orElse(learnt);
                break;
            }
            if (!sameCluster && known.errorCode().equals(d.errorCode())) {
                template = learner.refine(known.template(), template, changes, envelope.sealed()).orElse(template);
            }
        }
        Instant now = clock.instant();
        return new SuccessPattern(0, d.errorCode(), d.clusterId(), description, UnifiedDiff.of(changes), template, 0, 0, 0, Set.of(),
                envelope.source(), envelope.project(), now, now);
    }
}
