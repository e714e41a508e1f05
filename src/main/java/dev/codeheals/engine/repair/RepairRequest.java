package dev.codeheals.engine.repair;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.localize.SuspiciousLocation;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import java.util.List;

/// All a source may look at.
///
/// @param sealed    the diagnosis to heal
/// @param failure   the failure it came from
/// @param others    the other failures of the same run (other failing tests)
/// @param project   the project's files as they are now
/// @param places    suspicious places, best first
/// @param facts     what the instrumented run saw; {@link RuntimeFacts#NONE} if there was none
/// @param python    the project's interpreter
/// @param command   what fails
/// @param contexts  the three context layers
/// @param tried     patches already tried in this heal, oldest first; a live view that grows as candidates are tried
/// @param cancellation stops the source
public record RepairRequest(SealedDiagnosis sealed, Failure failure, List<Failure> others, ProjectSnapshot project,
                            List<SuspiciousLocation> places, RuntimeFacts facts, Interpreter python, Command command,
                            HealContexts contexts, List<TriedPatch> tried, Cancellation cancellation) {
    public RepairRequest {
        others = List.copyOf(others);
        places = List.copyOf(places);
    }
}
