package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.verify.OverfittedFixes.Bug;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("proof")
class OverfittedFixesProofTest {
    @TempDir
    Path temp;

    @Test
    void knowingTheExampleByHeartIsNoFix() throws IOException {
        assumeTrue(Machine.python().isPresent() && Machine.sandbox().isolation() != Isolation.LIMITS_ONLY, "no Python or no sandbox on this machine");
        List<String> missed = new ArrayList<>();
        List<String> blamed = new ArrayList<>();
        for (Bug bug : OverfittedFixes.ALL) {
            TestProject project = TestProject.in(temp, bug.name()).with("unit.py", bug.source()).with("test_unit.py", bug.tests());
            if (doubt(project, bug, bug.overfit()).isEmpty()) {
                missed.add(bug.name());
            }
            doubt(project, bug, bug.right()).ifPresent(why -> blamed.add(bug.name() + ": " + why));
        }
        System.out.printf("| overfitted fixes doubted | %d of %d, not %s | right fixes doubted | %d, %s |%n",
                OverfittedFixes.ALL.size() - missed.size(), OverfittedFixes.ALL.size(), missed, blamed.size(), blamed);
        assertThat(missed).hasSizeLessThanOrEqualTo(2);
        assertThat(blamed).isEmpty();
    }

    private static Optional<String> doubt(TestProject project, Bug bug, String text) throws IOException {
        Interpreter python = Machine.python().orElseThrow();
        try (VerificationSession session = project.open(python, Machine.sandbox(), 2, "python3", "-m", "unittest")) {
            SealedDiagnosis target = project.target(session);
            CandidatePatch candidate = project.replacing("unit.py", bug.wrong(), text);
            Verdict verdict = session.confirm(candidate, target);
            assertThat(verdict).as("%s: %s", bug.name(), verdict.summary()).isInstanceOf(Verdict.Plausible.class);
            return ((Verdict.Plausible) verdict).evidence().doubt();
        }
    }
}
