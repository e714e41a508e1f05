package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.localize.FrameFacts;
import dev.codeheals.engine.localize.LineCoverage;
import dev.codeheals.engine.localize.RuntimeFacts;
import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeFactsTest {
    @TempDir
    Path temp;

    private Interpreter python;

    @BeforeEach
    void needsPython() {
        assumeTrue(Machine.python().isPresent(), "no Python 3.9 or newer on this machine");
        python = Machine.python().orElseThrow();
    }

    private RuntimeFacts facts(TestProject project, String... command) throws IOException {
        try (VerificationSession session = project.open(python, Machine.sandbox(), 1, command)) {
            return session.facts().about(project.target(session).diagnosis());
        }
    }

    private static ValueFacts local(FrameFacts frame, String name) {
        return Optional.ofNullable(frame.locals().get(name)).orElseThrow();
    }

    @Test
    void valuesOfTheFailingFrameAreSeenWithoutRunningTheProgramsCode() throws IOException {
        RuntimeFacts facts = facts(TestProject.in(temp).with("main.py", """
                class User:
                    def __init__(self): self.name = "ann"
                    def __repr__(self): raise RuntimeError("called")
                    @property
                    def age(self): raise RuntimeError("called")
                def show(user, settings, *, loud=False):
                    return settings["colour"] + user.nmae
                show(User(), {"color": "red", "password": "hunter2"})
                """), "python3", "main.py");
        FrameFacts frame = facts.innermost().orElseThrow();
        assertThat(frame.function()).isEqualTo("show");
        assertThat(local(frame, "settings").keys()).containsExactly("'color'", "'password'");
        assertThat(local(frame, "settings").repr()).contains("'red'").doesNotContain("hunter2");
        assertThat(local(frame, "user").attributes()).contains("name", "age");
        assertThat(facts.exception()).containsEntry("key", "'colour'");
        assertThat(facts.frames().getFirst().callees()).containsEntry("show", "(user, settings, *, loud=False)");
    }

    @Test
    void attributesOfTheObjectAreSeenForAMissingAttribute() throws IOException {
        assumeTrue(python.atLeast(10), "AttributeError tells its object since Python 3.10");
        RuntimeFacts facts = facts(TestProject.in(temp).with("main.py", "import math\nprint(math.sqroot(4))\n"), "python3", "main.py");
        assertThat(facts.exception().get("obj_attributes")).contains("sqrt");
        assertThat(facts.exception()).containsEntry("name", "sqroot");
    }

    @Test
    void linesAreRecordedForEachTest() throws IOException {
        RuntimeFacts facts = facts(TestProject.in(temp).with("calc.py", """
                def sign(n):
                    if n > 0:
                        return 1
                    return 1
                """).with("test_calc.py", """
                import unittest
                from calc import sign
                class SignTest(unittest.TestCase):
                    def test_minus(self):
                        self.assertEqual(sign(-3), -1)
                    def test_plus(self):
                        self.assertEqual(sign(3), 1)
                """), "python3", "-m", "unittest");
        LineCoverage minus = facts.coverage().stream().filter(c -> c.testId().endsWith("test_minus")).findFirst().orElseThrow();
        LineCoverage plus = facts.coverage().stream().filter(c -> c.testId().endsWith("test_plus")).findFirst().orElseThrow();
        assertThat(minus.passed()).isFalse();
        assertThat(plus.passed()).isTrue();
        assertThat(minus.lines().get("calc.py")).containsAll(Set.of(2, 4)).doesNotContain(3);
        assertThat(plus.lines().get("calc.py")).containsAll(Set.of(2, 3)).doesNotContain(4);
        assertThat(facts.frames().getLast().file()).isEqualTo("test_calc.py");
    }
}
