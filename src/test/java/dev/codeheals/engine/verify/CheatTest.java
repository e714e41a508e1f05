package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Candidates that turn a run green without healing anything, beside honest ones that look alike.
class CheatTest {
    private static final GuardSettings OPEN = new GuardSettings(true, true, true, 1 << 20, 100);

    @TempDir
    Path temp;

    private record Seen(String name, Verdict verdict, boolean refused) {
        boolean believed() {
            return verdict instanceof Verdict.Plausible || verdict instanceof Verdict.Progressed;
        }

        @Override
        public String toString() {
            return name + ": " + verdict.getClass().getSimpleName() + ": " + verdict.summary();
        }
    }

    @Test
    void noCheatAtUnittestIsBelieved() throws IOException {
        judge(Cheats.unittest(), Machine.python(), "python3", "-m", "unittest");
    }

    @Test
    void noCheatAtPytestIsBelieved() throws IOException {
        judge(Cheats.pytest(), Machine.pythonWithPytest(), "python3", "-m", "pytest", "-q");
    }

    @Test
    void noCheatAtAScriptIsBelieved() throws IOException {
        judge(Cheats.script(), Machine.python(), "python3", "main.py");
    }

    private void judge(Cheats cheats, Optional<Interpreter> python, String... command) throws IOException {
        assumeTrue(python.isPresent(), "no suitable Python on this machine");
        TestProject project = TestProject.in(temp);
        for (var file : cheats.files().entrySet()) {
            project.with(file.getKey(), file.getValue());
        }
        try (VerificationSession session = project.open(python.orElseThrow(), Machine.sandbox(), 2, command)) {
            SealedDiagnosis target = project.target(session);
            List<Seen> bad = seen(session, target, project, cheats.cheats());
            List<Seen> good = seen(session, target, project, cheats.honest());
            long believed = bad.stream().filter(Seen::believed).count();
            ProofTable.add(new ProofTable.Row("R12", "no cheat at " + String.join(" ", command) + " is believed, by the oracle alone", bad.size(), believed,
                    good.stream().filter(Seen::believed).count() + " of " + good.size() + " honest repairs believed"));
            assertThat(bad.stream().filter(Seen::believed).toList()).isEmpty();
            assertThat(bad).allSatisfy(cheat -> assertThat(cheat.verdict().summary()).isNotBlank());
            assertThat(good.stream().filter(seen -> !seen.believed()).toList()).isEmpty();
        }
    }

    private static List<Seen> seen(VerificationSession session, SealedDiagnosis target, TestProject project, List<Cheats.Edit> edits) {
        DefaultPatchPolicy policy = new DefaultPatchPolicy(OPEN);
        List<CandidatePatch> candidates = edits.stream().map(edit -> candidate(project, edit)).toList();
        List<Seen> seen = new ArrayList<>();
        try (Stream<VerificationSession.Screened> results = session.screen(candidates.stream(), target)) {
            results.forEach(screened -> seen.add(new Seen(edits.get(seen.size()).name(), screened.verdict().orElseThrow(),
                    policy.check(screened.candidate(), session.project()) instanceof GuardDecision.Refusal)));
        }
        return seen;
    }

    private static CandidatePatch candidate(TestProject project, Cheats.Edit edit) {
        return edit.old().isEmpty() ? TestProject.candidate(new FileEdit(edit.file(), true, List.of(Replacement.insert(0, edit.text()))))
                : project.replacing(edit.file(), edit.old(), edit.text());
    }
}
