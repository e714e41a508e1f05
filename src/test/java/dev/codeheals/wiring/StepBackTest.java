package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.heal.HealBudget;
import dev.codeheals.engine.heal.HealOrder.Promotion;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A first step that looks right and leads nowhere is taken back, so that the next best one heals.
@Tag("proof")
class StepBackTest {
    private static final Map<String, String> SHOP = Map.of("shop.py", """
            import shelves


            def report(entries, entry):
                found = shelves.tidy(entrie)
                return f"{lenn(entries)} {found}"
            """, "test_shop.py", """
            import unittest

            import shop


            class ShopTest(unittest.TestCase):
                def test_shoes(self):
                    self.assertEqual(shop.report(["b", "a"], " shoes "), "2 shoes")

                def test_hats(self):
                    self.assertEqual(shop.report([], "hats"), "0 hats")
            """);

    @TempDir
    Path folder;

    @Test
    void theOtherOfTwoNearNamesIsTaken() throws IOException {
        HealResult result = healed("""
                def tidy(text):
                    if isinstance(text, list):
                        raise SystemError(text)
                    return text.strip()
                """);
        assertThat(result.outcome()).as(result.message()).isEqualTo(HealOutcome.HEALED);
        assertThat(Files.readString(folder.resolve("shop").resolve("shop.py"))).contains("shelves.tidy(entry)", "{len(entries)}");
    }

    @Test
    void whatLeadsNowhereIsNotWritten() throws IOException {
        HealResult result = healed("""
                def tidy(text):
                    raise SystemError(text)
                """);
        assertThat(result.outcome()).as(result.message()).isEqualTo(HealOutcome.NOT_HEALED);
        assertThat(result.applied()).isFalse();
        assertThat(Files.readString(folder.resolve("shop").resolve("shop.py"))).isEqualTo(SHOP.get("shop.py"));
    }

    private HealResult healed(String shelves) throws IOException {
        Workbench bench = new Workbench(folder);
        try {
            Path project = bench.project("shop", SHOP);
            Files.writeString(project.resolve("shelves.py"), shelves);
            return bench.apply(project, new HealSettings(HealBudget.STANDARD.withWallTime(Duration.ofSeconds(40)), HealSettings.GOOD_ENOUGH, Promotion.APPLY));
        } finally {
            bench.close();
        }
    }
}
