package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.ProjectSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFilesTest {
    private static final String CASES = """
            import unittest

            class RouteTest(unittest.TestCase):
                def test_shortest(self):
                    self.assertEqual(1, 1)
            """;

    @TempDir
    Path temp;

    private TestFiles of(TestProject project) throws IOException {
        return TestFiles.of(ProjectSnapshot.of(project.root()));
    }

    private static ProgramRun run(String mode, String target, String... args) {
        return new ProgramRun(mode, target, List.of(args), Set.of());
    }

    @Test
    void aScriptThatIsTheOnlyTestFileRunsAllTests() throws IOException {
        TestFiles tests = of(TestProject.in(temp).with("routes.py", "").with("test_routes.py", CASES));
        assertThat(tests.areAllRunBy(run("script", "test_routes.py", "-v"), true)).isTrue();
        assertThat(tests.areAllRunBy(run("script", "./test_routes.py"), true)).isTrue();
        assertThat(tests.areAllRunBy(run("script", "test_routes.py"), false)).as("it was not seen to report any").isFalse();
        assertThat(tests.areAllRunBy(run("script", "test_routes.py", "RouteTest"), true)).as("it picks").isFalse();
        assertThat(tests.areAllRunBy(run("script", "routes.py"), true)).isFalse();
    }

    @Test
    void aSecondFileIsLeftOutByAScriptButNotByItsFolder() throws IOException {
        TestFiles tests = of(TestProject.in(temp).with("tests/test_routes.py", CASES).with("tests/test_maps.py", CASES));
        assertThat(tests.areAllRunBy(run("script", "tests/test_routes.py"), true)).isFalse();
        assertThat(tests.areAllRunBy(run("pytest", "", "-x", "tests/test_routes.py"), true)).isFalse();
        assertThat(tests.areAllRunBy(run("pytest", "", "-x", "tests"), true)).isTrue();
        assertThat(tests.areAllRunBy(run("pytest", "", "-k", "tests"), true)).isFalse();
        assertThat(tests.areAllRunBy(run("unittest", "", "tests.test_routes", "tests/test_maps.py"), true)).isTrue();
        assertThat(tests.areAllRunBy(run("unittest", "", "tests.test_routes.RouteTest", "tests.test_maps"), true)).isFalse();
    }

    @Test
    void whatOnlyPytestRunsIsLeftOutByUnittest() throws IOException {
        TestFiles tests = of(TestProject.in(temp).with("test_routes.py", CASES + "\ndef test_longest():\n    assert True\n"));
        assertThat(tests.areAllRunBy(run("script", "test_routes.py"), true)).isFalse();
        assertThat(tests.areFoundByUnittest()).isFalse();
    }

    @Test
    void unittestIsEnoughWhereItFindsEveryTest() throws IOException {
        assertThat(of(TestProject.in(temp, "flat").with("test_a.py", CASES).with("test_b.py", CASES)).areFoundByUnittest()).isTrue();
        assertThat(of(TestProject.in(temp, "package").with("tests/__init__.py", "").with("tests/test_a.py", CASES)).areFoundByUnittest()).isTrue();
        assertThat(of(TestProject.in(temp, "folder").with("tests/test_a.py", CASES)).areFoundByUnittest()).isFalse();
        assertThat(of(TestProject.in(temp, "other name").with("test_a.py", CASES).with("b_test.py", CASES)).areFoundByUnittest()).isFalse();
        assertThat(of(TestProject.in(temp, "fixtures").with("conftest.py", "").with("test_a.py", CASES)).areFoundByUnittest()).isFalse();
    }
}
