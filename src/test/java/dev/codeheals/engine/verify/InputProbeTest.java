package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputProbeTest {
    private static final String STOCK = """
            class Stock:
                def __init__(self, held):
                    self.held = dict(held)

                def left(self, name, taken):
                    return self.held[name] + taken
            """;

    @TempDir
    Path temp;
    private TestProject project;

    @BeforeEach
    void aStockThatGrowsWhenSomethingIsTaken() throws IOException {
        assumeTrue(Machine.python().isPresent(), "no Python on this machine");
        project = TestProject.in(temp).with("stock.py", STOCK).with("test_stock.py", """
                import unittest
                from stock import Stock
                class Taking(unittest.TestCase):
                    def test_what_is_taken_is_gone(self):
                        self.assertEqual(Stock({'nut': 40}).left('nut', 15), 25)
                """);
    }

    private Evidence with(String change, Sandbox sandbox) throws IOException {
        try (VerificationSession session = project.open(Machine.python().orElseThrow(), sandbox, 2, "python3", "-m", "unittest")) {
            Verdict verdict = session.confirm(project.replacing("stock.py", "self.held[name] + taken", change), project.target(session));
            assertThat(verdict).as(verdict.summary()).isInstanceOf(Verdict.Plausible.class);
            return ((Verdict.Plausible) verdict).evidence();
        }
    }

    private Evidence boxed(String change) throws IOException {
        assumeTrue(Machine.sandbox().isolation() != Isolation.LIMITS_ONLY, "no sandbox on this machine");
        return with(change, Machine.sandbox());
    }

    @Test
    void aFixOfTheCauseShowsNearTheExampleToo() throws IOException {
        Evidence evidence = boxed("self.held[name] - taken");
        assertThat(evidence.doubt()).isEmpty();
        assertThat(evidence.probes()).anyMatch(probe -> probe.endsWith("calls with values near the tests'"));
    }

    @Test
    void aFixThatKnowsOneOfTheExamplesNumbersIsDoubted() throws IOException {
        assertThat(boxed("self.held[name] + (-taken if taken == 15 else taken)").doubt()).hasValueSatisfying(why -> assertThat(why).contains("not with values near them"));
    }

    @Test
    void aFixThatEndsOnlyForTheExampleIsDoubted() throws IOException {
        assertThat(boxed("self.held[name] - taken if taken % 5 == 0 else next(n for n in iter(int, 1) if n)").doubt())
                .hasValueSatisfying(why -> assertThat(why).contains("does not end where the program worked"));
    }

    @Test
    void nothingIsCalledWithOtherValuesWhereItCouldDoHarm() throws IOException {
        assertThat(with("self.held[name] - taken", Sandbox.limitsOnly()).probes()).noneMatch(probe -> probe.contains("values near"));
    }
}
