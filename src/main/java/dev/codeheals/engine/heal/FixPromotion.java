package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.PromotionRecord;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.promote.Undo;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.pattern.PatternMaker;
import dev.codeheals.engine.repair.pattern.PatternSource;
import dev.codeheals.engine.repair.pattern.TemplateLearner;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes fixes to the project, takes them back, and learns from those that were written.
public final class FixPromotion {
    /// What a person approved counts at least this much, whatever the score said before.
    private static final double APPROVED = 0.8;

    private final PatchPromoter promoter;
    private final Undo undo;
    private final KnowledgeBase knowledge;
    private final PatternMaker patterns;
    private final InstantSource clock;

    public FixPromotion(PatchPromoter promoter, Undo undo, KnowledgeBase knowledge, TemplateLearner learner, InstantSource clock) {
        this.promoter = promoter;
        this.undo = undo;
        this.knowledge = knowledge;
        this.patterns = new PatternMaker(knowledge, learner);
        this.clock = clock;
    }

    /// @param written    whether the project's files changed
    /// @param envelopeId whose fix it was; empty if unknown
    record Done(boolean written, String message, String envelopeId) {}

    Done promote(Path project, Envelope envelope, List<FileChange> changes) {
        return done(promoter.promote(project, envelope.envelopeId(), changes), envelope.envelopeId());
    }

    /// @param envelopeId empty for the last promotion
    Done undo(String envelopeId) {
        if (envelopeId.isEmpty() && undo.lastUnknown().isPresent()) {
            return lastUnknown(undo.lastUnknown().get());
        }
        Optional<PromotionRecord> last = envelopeId.isEmpty() ? undo.undoable(null) : Optional.empty();
        if (envelopeId.isEmpty() && last.isEmpty()) {
            return new Done(false, "There is nothing to undo.", "");
        }
        String envelope = last.map(r -> r.intent().envelopeId()).orElse(envelopeId);
        PromotionResult result = undo.undo(last.map(PromotionRecord::id).orElse(envelopeId));
        return result instanceof PromotionResult.Promoted(String _, List<String> files)
                ? new Done(true, "Undone: " + named(files) + " as before, byte for byte.", envelope) : done(result, envelope);
    }

    /// @param envelopeId empty for the last one undone
    Done redo(String envelopeId) {
        if (envelopeId.isEmpty() && undo.lastUnknown().isPresent()) {
            return lastUnknown(undo.lastUnknown().get());
        }
        Optional<PromotionRecord> last = envelopeId.isEmpty() ? undo.redoable(null) : Optional.empty();
        if (envelopeId.isEmpty() && last.isEmpty()) {
            return new Done(false, "There is nothing to do again.", "");
        }
        String envelope = last.map(r -> r.intent().envelopeId()).orElse(envelopeId);
        return done(undo.redo(last.map(PromotionRecord::id).orElse(envelopeId)), envelope);
    }

    /// Keeps what was promoted as a success pattern.
    void learn(Envelope envelope, CandidatePatch patch, List<FileChange> changes) {
        double confidence = envelope.confidence() == null ? APPROVED : envelope.confidence().overall();
        knowledge.recordSuccess(patterns.pattern(patch.description(), patch.source(), envelope.project(), changes, envelope.sealed(),
                clock.instant()), confidence, envelope.envelopeId());
    }

    /// Counts a replay that did not heal against its pattern, if that was made for this very failure: one borrowed from a similar failure
    /// has shown nothing by not fitting.
    void replayFailed(long pattern, Diagnosis diagnosis) {
        knowledge.find(pattern).filter(p -> p.clusterId().equals(diagnosis.clusterId()))
                .ifPresent(p -> knowledge.recordFailure(p.id(), "a replay did not heal"));
    }

    /// Whether a candidate is the replay of a pattern that others shared and that never held on this machine.
    boolean onHearsay(CandidatePatch candidate) {
        return PatternSource.patternId(candidate.source()).flatMap(knowledge::find).filter(p -> p.project().isEmpty()).isPresent();
    }

    /// The patterns a person's verdict about an envelope speaks of: the one replayed, and the one learnt from it.
    List<Long> patternsOf(Envelope envelope) {
        return Stream.concat(PatternSource.patternId(envelope.source()).stream(), knowledge.patternsOf(envelope.envelopeId()).stream()).distinct()
                .toList();
    }

    private static Done lastUnknown(String problem) {
        return new Done(false, problem + " So which change was the last is not known: name the one you mean.", "");
    }

    private static Done done(PromotionResult result, String envelopeId) {
        return new Done(result instanceof PromotionResult.Promoted, result.message(), envelopeId);
    }

    private static String named(List<String> files) {
        return files.size() == 1 ? files.getFirst() + " is" : files.size() + " files are";
    }
}
