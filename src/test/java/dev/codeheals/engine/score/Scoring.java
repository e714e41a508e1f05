package dev.codeheals.engine.score;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.TestTally;
import dev.codeheals.engine.verify.VerdictTier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Patches, evidence and outcomes for tests of the score.
final class Scoring {
    private Scoring() {}

    static SealedDiagnosis diagnosis(String code, double difficulty) {
        return SealedDiagnosis.seal(new Diagnosis(code, code, Severity.RECOVERABLE, difficulty, "Mend it.", 0.95, "NameError", "m", null, "app.py", 1,
                null, "f", "python"));
    }

    /// A project of one file.
    static ProjectSnapshot project(Path root, String app) throws IOException {
        Files.writeString(root.resolve("app.py"), app);
        return ProjectSnapshot.of(root);
    }

    /// The patch that replaces a text by another.
    static CandidatePatch patch(String source, Tier tier, double prior, String app, String old, String now) {
        int at = app.indexOf(old);
        return new CandidatePatch(source, "Mend it", List.of(FileEdit.of("app.py", new Replacement(at, at + old.length(), now))), tier, prior, null, "");
    }

    /// A script that runs now.
    static Evidence runs() {
        return evidence(VerdictTier.NOTHING_LOST, TestTally.NONE, TestTally.NONE);
    }

    /// One failing test that passes now, among others that passed all along.
    static Evidence healsTest(int others) {
        Set<String> kept = new HashSet<>();
        for (int i = 0; i < others; i++) {
            kept.add("t.py::kept" + i);
        }
        Set<String> after = new HashSet<>(kept);
        after.add("t.py::failing");
        return evidence(VerdictTier.TEST_PASSES, new TestTally(kept, Set.of("t.py::failing"), Set.of()), new TestTally(after, Set.of(), Set.of()));
    }

    static Evidence evidence(VerdictTier tier, TestTally before, TestTally after) {
        return new Evidence(tier, before, after, Duration.ofMillis(90), Duration.ofMillis(95), Isolation.SANDBOX, 1, List.of(), Optional.empty(), "", "");
    }

    static JudgedFix judged(double raw, boolean right, int number) {
        return new JudgedFix("e" + number, "/p", "RES.X", "RES", "rule:x", raw, raw, right, right ? "approved" : "rejected", Instant.EPOCH);
    }
}
