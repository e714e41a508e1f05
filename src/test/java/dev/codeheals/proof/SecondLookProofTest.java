package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.ReviewResult;
import dev.codeheals.wiring.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// P7: a fix that reads as something else than it is takes two approvals.
class SecondLookProofTest {
    private static final List<String> TRICKS = List.of("# checked \u202e on\n", "note = 'ad\u200bmin'\n", "s\u0443stem = 1\n", "# a\u2066b\n", "usеr = 2\n");

    @TempDir
    Path folder;

    @Test
    void whatCannotBeSeenIsApprovedTwice() throws IOException {
        int wrong = 0;
        int plainAtOnce = 0;
        try (Workbench bench = new Workbench(folder)) {
            for (int i = 0; i < TRICKS.size(); i++) {
                Path project = bench.helperProject("project" + i, "json.dumps(value)");
                Path file = project.resolve("helper.py");
                String broken = Files.readString(file);
                HealResult healed = bench.heal(project, Workbench.TESTS, HealOrder.Promotion.REVIEW);
                Envelope proposal = healed.envelopes().getLast();
                String tricked = TRICKS.get(i) + "import json\n" + broken;

                ReviewResult first = bench.application().reviews().approve(proposal.envelopeId(), Map.of("helper.py", tricked));
                wrong += !first.done() && first.message().contains("once more") && Files.readString(file).equals(broken) ? 0 : 1;
                if (i == 0) {
                    ReviewResult second = bench.application().reviews().approve(proposal.envelopeId(), Map.of("helper.py", tricked));
                    wrong += second.done() && Files.readString(file).equals(tricked) ? 0 : 1;
                } else {
                    plainAtOnce += bench.application().reviews().approve(proposal.envelopeId(), Map.of()).done() ? 1 : 0;
                }
            }
        }
        ProofTable.add(new ProofTable.Row("P7", "what cannot be seen is applied only after a second approval", TRICKS.size(), wrong,
                "without such characters one approval applies " + plainAtOnce + " of " + (TRICKS.size() - 1)));
        assertThat(plainAtOnce).isEqualTo(TRICKS.size() - 1);
        assertThat(wrong).isZero();
    }
}
