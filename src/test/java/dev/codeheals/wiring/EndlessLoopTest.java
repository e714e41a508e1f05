package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program that never ends is a failure like another: found, explained and healed.
class EndlessLoopTest {
    @TempDir
    Path folder;

    @Test
    void aLoopThatLostItsStepIsHealed() throws IOException {
        try (Workbench bench = new Workbench(folder)) {
            Path root = bench.project("digits", Map.of("digits.py", """
                    def digit_sum(number):
                        total = 0
                        while number:
                            total += number % 10
                        return total
                    """, "test_digits.py", """
                    import unittest
                    from digits import digit_sum


                    class DigitSumTest(unittest.TestCase):
                        def test_adds_the_digits(self):
                            self.assertEqual(digit_sum(4711), 13)
                    """));
            HealSettings settings = new HealSettings(HealBudget.STANDARD.withWallTime(Duration.ofSeconds(30)), HealSettings.GOOD_ENOUGH, HealOrder.Promotion.REVIEW);

            HealResult result = bench.application().session(root).healNow(Workbench.TESTS, settings, Cancellation.none(), _ -> {});

            assertThat(result.envelopes().getLast().sealed().diagnosis().errorCode()).isEqualTo("PRF.ENDLESS");
            assertThat(result.envelopes().getLast().fixDiff()).contains("+        number //= 10");
        }
    }
}
