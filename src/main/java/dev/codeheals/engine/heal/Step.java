package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.score.Confidence;
import java.util.List;

/// One adopted fix of a heal: its own small, reversible change.
///
/// @param changes  against the project with all earlier steps
/// @param envelope as journalled
record Step(SealedDiagnosis sealed, Finalist fix, List<FileChange> changes, Envelope envelope) {
    Step {
        changes = List.copyOf(changes);
    }

    Step with(Confidence confidence) {
        return new Step(sealed, fix.withConfidence(confidence), changes, envelope);
    }
}
