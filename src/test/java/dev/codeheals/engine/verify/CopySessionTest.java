package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Isolation;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopySessionTest {
    enum Level {
        SANDBOX, NAMESPACES, LIMITS;

        Sandbox sandbox() {
            return switch (this) {
                case SANDBOX -> {
                    assumeTrue(Machine.sandbox().isolation() == Isolation.SANDBOX, "bubblewrap does not work on this machine");
                    yield Machine.sandbox();
                }
                case NAMESPACES -> {
                    assumeTrue(Machine.namespaces().isPresent(), "this machine forbids user namespaces");
                    yield Machine.namespaces().orElseThrow();
                }
                case LIMITS -> Machine.limitsOnly();
            };
        }
    }

    @TempDir
    Path temp;

    private Interpreter python;

    @BeforeEach
    void needsPython() {
        assumeTrue(Machine.python().isPresent(), "no Python 3.9 or newer on this machine");
        python = Machine.python().orElseThrow();
    }

    private static List<Verdict> screen(VerificationSession session, TestProject project, CandidatePatch... candidates) {
        try (Stream<VerificationSession.Screened> results = session.screen(Stream.of(candidates), project.target(session))) {
            return results.map(screened -> screened.verdict().orElseThrow()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aScriptIsHealedOnTheCopyAndTheFolderStaysAsItIs(Level level) throws IOException {
        TestProject project = TestProject.in(temp, "my prøject ✓").with("main.py", """
                from pathlib import Path
                def greet(name):
                    return "Hello " + nmae
                Path("out.txt").write_text("written")
                print(greet("you"))
                """);
        String before = project.fingerprint();
        try (VerificationSession session = project.open(python, level.sandbox(), 2, "python3", "main.py")) {
            assertThat(session.baseline().outcome().text()).contains("NameError").contains(project.root().resolve("main.py").toString());
            assertThat(project.target(session).diagnosis().file()).isEqualTo("main.py");
            CandidatePatch wrong = project.replacing("main.py", "nmae", "nam");
            CandidatePatch broken = project.replacing("main.py", "nmae", "name)");
            CandidatePatch right = project.replacing("main.py", "nmae", "name");
            List<Verdict> verdicts = screen(session, project, wrong, broken, right);
            assertThat(verdicts.get(0)).isInstanceOf(Verdict.StillFails.class);
            assertThat(verdicts.get(1)).isInstanceOf(Verdict.DoesNotCompile.class);
            assertThat(verdicts.get(2)).isInstanceOf(Verdict.Plausible.class);
            Verdict confirmed = session.confirm(right, project.target(session));
            assertThat(confirmed).isInstanceOfSatisfying(Verdict.Plausible.class, plausible -> {
                assertThat(plausible.evidence().coldRuns()).isBetween(1, 3);
                assertThat(plausible.evidence().afterOutput()).contains("Hello you");
                assertThat(plausible.evidence().tier()).isEqualTo(VerdictTier.FAILURE_GONE);
            });
        }
        assertThat(project.fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void unittestOutcomesAreComparedTestByTest(Level level) throws IOException {
        TestProject project = TestProject.in(temp).with("calc.py", """
                def add(a, b):
                    return a - b
                def sub(a, b):
                    return a - b
                """).with("test_calc.py", """
                import unittest
                import calc
                class CalcTest(unittest.TestCase):
                    def test_add(self):
                        self.assertEqual(calc.add(2, 3), 5)
                    def test_sub(self):
                        self.assertEqual(calc.sub(5, 3), 2)
                    @unittest.skip("later")
                    def test_skipped(self):
                        pass
                """);
        try (VerificationSession session = project.open(python, level.sandbox(), 2, "python", "-m", "unittest")) {
            TestTally before = session.baseline().tally();
            assertThat(before.failed()).containsExactly("test_calc.CalcTest.test_add");
            assertThat(before.passed()).containsExactly("test_calc.CalcTest.test_sub");
            assertThat(before.skipped()).containsExactly("test_calc.CalcTest.test_skipped");
            CandidatePatch both = project.replacing("calc.py", "return a - b\ndef sub(a, b):\n    return a - b", "return a + b\ndef sub(a, b):\n    return a + b");
            CandidatePatch right = project.replacing("calc.py", "a - b", "a + b");
            CandidatePatch useless = project.replacing("calc.py", "a - b", "b - a");
            List<Verdict> verdicts = screen(session, project, both, useless, right);
            assertThat(verdicts.get(0)).isInstanceOfSatisfying(Verdict.Regressed.class, r -> assertThat(r.lost()).containsExactly("test_calc.CalcTest.test_sub"));
            assertThat(verdicts.get(1)).isInstanceOf(Verdict.StillFails.class);
            assertThat(session.confirm(right, project.target(session))).isInstanceOfSatisfying(Verdict.Plausible.class, plausible -> {
                assertThat(plausible.evidence().after().passed()).hasSize(2);
                assertThat(plausible.evidence().tier()).isEqualTo(VerdictTier.SURVIVES_PROBES);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void pytestOutcomesAreComparedTestByTest(Level level) throws IOException {
        assumeTrue(Machine.pythonWithPytest().isPresent(), "no Python with pytest on this machine");
        TestProject project = TestProject.in(temp).with("calc.py", "def add(a, b):\n    return a - b\n").with("tests/test_calc.py", """
                import pytest
                from calc import add
                @pytest.mark.parametrize("n", [0, 1])
                def test_add(n):
                    assert add(2, n) == 2 + n
                @pytest.mark.xfail
                def test_known():
                    assert add("a", 1)
                """);
        try (VerificationSession session = project.open(Machine.pythonWithPytest().orElseThrow(), level.sandbox(), 2, "python3", "-m", "pytest", "-q")) {
            assertThat(session.baseline().tally().failed()).containsExactly("tests/test_calc.py::test_add[1]");
            assertThat(session.baseline().tally().passed()).containsExactly("tests/test_calc.py::test_add[0]");
            assertThat(session.baseline().tally().skipped()).containsExactly("tests/test_calc.py::test_known");
            CandidatePatch right = project.replacing("calc.py", "a - b", "a + b");
            assertThat(session.confirm(right, project.target(session))).isInstanceOf(Verdict.Plausible.class);
        }
    }

    @Test
    void whereNoTestCouldBeLoadedTheFirstThatFailAreProgress() throws IOException {
        TestProject project = TestProject.in(temp).with("letters.py", """
                LETTERS = string.ascii_letters


                def home():
                    return sys.prefix
                """).with("test_letters.py", """
                import unittest

                import letters


                class LettersTest(unittest.TestCase):
                    def test_letters(self):
                        self.assertIn("k", letters.LETTERS)

                    def test_home(self):
                        self.assertTrue(letters.home())
                """);
        try (VerificationSession session = project.open(python, Level.LIMITS.sandbox(), 1, "python3", "-m", "unittest", "test_letters")) {
            CandidatePatch first = project.replacing("letters.py", "LETTERS = string", "import string\n\nLETTERS = string");
            assertThat(screen(session, project, first).getFirst()).isInstanceOf(Verdict.Progressed.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void severalBugsAreHealedOneAfterTheOtherAndStepsAreTakenBack(Level level) throws IOException {
        TestProject project = TestProject.in(temp).with("main.py", """
                total = sum([1, 2, 3)
                print(totl)
                """);
        try (VerificationSession session = project.open(python, level.sandbox(), 2, "python3", "main.py")) {
            CandidatePatch first = project.replacing("main.py", "3)", "3])");
            assertThat(screen(session, project, first).getFirst()).isInstanceOf(Verdict.Progressed.class);
            session.adopt(first);
            assertThat(session.baseline().failures().getFirst().reported().exceptionType()).isEqualTo("NameError");
            String now = session.project().file("main.py").orElseThrow().text();
            int at = now.indexOf("totl");
            CandidatePatch second = TestProject.candidate(dev.codeheals.engine.repair.FileEdit.of("main.py", new dev.codeheals.engine.repair.Replacement(at, at + 4, "total")));
            assertThat(session.confirm(second, project.target(session))).isInstanceOf(Verdict.Plausible.class);
            session.stepBack();
            assertThat(session.baseline().failures().getFirst().reported().exceptionType()).isEqualTo("SyntaxError");
            assertThat(screen(session, project, first).getFirst()).isInstanceOf(Verdict.Progressed.class);
        }
        try (VerificationSession again = project.open(python, level.sandbox(), 1, "python3", "main.py")) {
            assertThat(again.baseline().failures().getFirst().reported().exceptionType()).isEqualTo("SyntaxError");
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void whatOneCandidateLeavesTheNextDoesNotSee(Level level) throws IOException {
        TestProject project = TestProject.in(temp).with("main.py", """
                import os, pathlib
                seen = os.path.exists('left') or os.path.exists('sub/left') or open('data.txt').read() != 'data'
                pathlib.Path('left').write_text('x')
                os.makedirs('sub', exist_ok=True)
                pathlib.Path('sub/left').write_text('x')
                pathlib.Path('data.txt').write_text('spoilt')
                os.remove('gone.txt')
                if seen: raise RuntimeError('leftovers')
                raise ValueError('bug')
                """).with("data.txt", "data").with("gone.txt", "here");
        try (VerificationSession session = project.open(python, level.sandbox(), 1, "python3", "main.py")) {
            assertThat(project.target(session).diagnosis().exceptionType()).isEqualTo("ValueError");
            CandidatePatch one = project.replacing("main.py", "'bug'", "'bug '");
            List<Verdict> verdicts = screen(session, project, one, one, one);
            assertThat(verdicts).allSatisfy(v -> assertThat(v).isInstanceOf(Verdict.StillFails.class));
        }
        assertThat(Files.readString(project.root().resolve("data.txt"))).isEqualTo("data");
    }
}
