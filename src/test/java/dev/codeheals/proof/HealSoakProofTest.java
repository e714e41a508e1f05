package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.heal.HealOrder.Promotion;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.wiring.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S16 with the whole program: one failing run after another is healed and applied, and nothing piles up.
@EnabledOnOs({OS.LINUX, OS.MAC})
class HealSoakProofTest {
    private static final int SETTLED = 10;

    @TempDir
    Path folder;

    @Test
    void aDozenHealsLeaveNothingBehind() throws IOException {
        soak(12);
    }

    @Test
    @Tag("proof")
    void hundredsOfHealsLeaveNothingBehind() throws IOException {
        soak(Integer.getInteger("proof.heals", 300));
    }

    private void soak(int rounds) throws IOException {
        try (Workbench bench = new Workbench(folder)) {
            heals(bench, 0, SETTLED);
            Load before = Load.now();
            long size = store();
            heals(bench, SETTLED, SETTLED + rounds);
            Load after = Load.now();

            double grown = after.grownSince(before, rounds);
            long each = (store() - size) / rounds;
            ProofTable.add(new ProofTable.Row("S16", "whole heals, healed and applied: memory, threads, files and processes stay flat",
                    "%.2f MB a thousand, %d bytes of store each".formatted(Math.max(0, grown), each), rounds, after.isFlatSince(before) ? 0 : 1,
                    "the same look sees a leak, see the row of attempts"));
            assertThat(after.isFlatSince(before)).as("%s then %s", before, after).isTrue();
            // Below a thousand rounds what the virtual machine itself keeps outweighs what is measured.
            assertThat(rounds < 1000 || grown <= 1).as("grows by %s MB a thousand", grown).isTrue();
        }
    }

    /// Every round fails in a function of another name, so that none is the failure of a fix that was applied before.
    private void heals(Workbench bench, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Path root = bench.project("project", Map.of("helper.py", "def work%d(value):\n    return json.dumps([value])\n".formatted(i), "test_helper.py", """
                    import unittest

                    import helper


                    class HelperTest(unittest.TestCase):
                        def test_works(self):
                            self.assertEqual(helper.work%d(4), "[4]")
                    """.formatted(i)));
            HealResult healed = bench.apply(root, Workbench.TESTS);
            assertThat(healed.outcome()).as("round %d: %s", i, healed.message()).isEqualTo(HealOutcome.HEALED);
            // What the bench heard is its own, not the program's.
            bench.events().clear();
        }
    }

    private long store() throws IOException {
        return Files.size(folder.resolve("data/codeheals.db"));
    }
}
