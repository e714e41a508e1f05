package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.Severity;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureMatchTest {
    @Test
    void aNewNameThatIsMissingTooIsTheSameFailure() {
        String before = "data = json.loads(text)\n";
        FailureMatch match = match(before, "loads", "load");

        assertThat(match.of(missing("loads"), missing("load"))).isEqualTo(FailureMatch.Kind.SAME);
    }

    @Test
    void anotherMissingNameOfTheSameLineWasUncovered() {
        String before = "data = json.lods(other.txt)\n";
        FailureMatch match = match(before, "lods", "loads");

        assertThat(match.of(missing("lods"), missing("txt"))).isEqualTo(FailureMatch.Kind.OTHER);
    }

    private static FailureMatch match(String before, String old, String replacement) {
        int at = before.indexOf(old);
        FileEdit edit = new FileEdit("web.py", false, List.of(new Replacement(at, at + old.length(), replacement)));
        CandidatePatch patch = new CandidatePatch("rule:x", "Rename", List.of(edit), Tier.A, 0.9, null, "");
        FileChange change = new FileChange("web.py", before.getBytes(StandardCharsets.UTF_8), edit.applyTo(before).getBytes(StandardCharsets.UTF_8));
        return new FailureMatch(patch, List.of(change));
    }

    private static Diagnosis missing(String name) {
        return new Diagnosis("RES.MODULE_ATTRIBUTE", "RES.MODULE_ATTRIBUTE:" + name, Severity.RECOVERABLE, 0.3, "", 1.0, "AttributeError",
                "module 'json' has no attribute '" + name + "'", name, "web.py", 1, null, "load", "python");
    }
}
