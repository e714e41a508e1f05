package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Projects of every kind that users have: the failure is seen, a wrong candidate is not believed, the right one is, warm as cold.
class UserProjectsTest {
    @TempDir
    Path temp;

    static Stream<UserProject> projects() {
        return UserProjects.all();
    }

    @ParameterizedTest
    @MethodSource("projects")
    void isHealedInTheBestSandbox(UserProject kind) throws IOException {
        heals(kind, Machine.sandbox());
    }

    @Tag("proof")
    @ParameterizedTest
    @MethodSource("projects")
    void isHealedWithoutBubblewrap(UserProject kind) throws IOException {
        assumeTrue(Machine.namespaces().isPresent(), "this machine forbids user namespaces");
        heals(kind, Machine.namespaces().orElseThrow());
    }

    @Tag("proof")
    @ParameterizedTest
    @MethodSource("projects")
    void isHealedByLimitsAlone(UserProject kind) throws IOException {
        heals(kind, Machine.limitsOnly());
    }

    private void heals(UserProject kind, Sandbox sandbox) throws IOException {
        assumeTrue(Machine.python().isPresent(), "no Python 3.9 or newer on this machine");
        assumeTrue(!kind.pytest() || Machine.pythonWithPytest().isPresent(), "no Python with pytest on this machine");
        assumeTrue(!kind.command().getFirst().equals("make") || Machine.has("make"), "make is not installed");
        Interpreter python = kind.pytest() ? Machine.pythonWithPytest().orElseThrow() : Machine.python().orElseThrow();
        TestProject project = TestProject.in(temp, "my prøject ✓");
        for (Map.Entry<String, String> file : kind.files().entrySet()) {
            project.with(file.getKey(), file.getValue());
        }
        String before = project.fingerprint();
        try (VerificationSession session = project.open(python, sandbox, 1, kind.command().toArray(String[]::new))) {
            Baseline baseline = session.baseline();
            assertThat(baseline.failures()).as(baseline.outcome().text()).isNotEmpty();
            assertThat(project.target(session).diagnosis().exceptionType()).as(baseline.outcome().text()).isEqualTo(kind.exception());
            assertThat(((CopySession) session).isWarm()).isEqualTo(kind.warm());
            CandidatePatch wrong = project.replacing(kind.file(), kind.bug(), kind.bug() + " ");
            CandidatePatch right = project.replacing(kind.file(), kind.bug(), kind.fix());
            assertThat(screened(session, project, wrong)).isInstanceOf(Verdict.StillFails.class);
            Verdict verdict = session.confirm(right, project.target(session));
            assertThat(verdict).as(verdict.summary()).isInstanceOf(Verdict.Plausible.class);
        }
        assertThat(project.fingerprint()).isEqualTo(before);
    }

    private static Verdict screened(VerificationSession session, TestProject project, CandidatePatch candidate) {
        try (Stream<VerificationSession.Screened> results = session.screen(Stream.of(candidate), project.target(session))) {
            return List.copyOf(results.toList()).getFirst().verdict().orElseThrow();
        }
    }
}
