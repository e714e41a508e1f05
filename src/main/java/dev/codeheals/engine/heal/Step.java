package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.EvidenceKind;
import java.util.List;

/// One adopted fix of a heal: its own small, reversible change.
///
/// @param target   the failure it was meant for, with those that stood beside it
/// @param changes  against the project with all earlier steps
/// @param envelope as journalled
record Step(Target target, Finalist fix, List<FileChange> changes, Envelope envelope) {
    Step {
        changes = List.copyOf(changes);
    }

    SealedDiagnosis sealed() {
        return target.sealed();
    }

    /// Whether all that speaks for it is that the failure became another one: no test passes by it.
    boolean isUnproven() {
        return !fix.complete() && EvidenceKind.of(fix.evidence()) == EvidenceKind.RUNS;
    }

    /// Whether a failure was there before this step, as far as its words tell.
    boolean knew(SealedDiagnosis failure) {
        return target.others().stream().map(Failure::reported).anyMatch(other -> other.exceptionType().equals(failure.diagnosis().exceptionType())
                && other.message().lines().findFirst().orElse("").equals(failure.diagnosis().message()));
    }

    Step with(Confidence confidence) {
        return new Step(target, fix.withConfidence(confidence), changes, envelope);
    }
}
