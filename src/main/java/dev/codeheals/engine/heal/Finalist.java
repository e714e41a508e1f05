package dev.codeheals.engine.heal;

import dev.codeheals.engine.guard.GuardDecision.Concern;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.Verdict;
import java.util.List;

/// A candidate whose verification succeeded, with what it is worth.
///
/// @param complete   whether the command passes with it; false for a step on the way
/// @param concerns   what a person must look at
/// @param field      what it was judged among
record Finalist(CandidatePatch candidate, Verdict verdict, Evidence evidence, boolean complete, Confidence confidence, List<Concern> concerns, Field field) {
    Finalist {
        concerns = List.copyOf(concerns);
    }

    /// @param project the files without the candidate
    /// @param rivals  other candidates that verified for the same failure
    record Field(ProjectSnapshot project, List<CandidatePatch> rivals) {
        Field {
            rivals = List.copyOf(rivals);
        }
    }

    Finalist withConfidence(Confidence other) {
        return new Finalist(candidate, verdict, evidence, complete, other, concerns, field);
    }
}
