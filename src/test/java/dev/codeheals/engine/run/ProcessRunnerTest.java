package dev.codeheals.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class ProcessRunnerTest {
    private static final Limits LIMITS = Limits.STANDARD.withWallTime(Duration.ofSeconds(20));

    enum Level { SANDBOX, NAMESPACES, LIMITS }

    @TempDir
    Path folder;

    private Path python;

    @BeforeEach
    void needsPython() {
        assumeTrue(Machine.python().isPresent(), "no Python 3.9 or newer on this machine");
        python = Machine.python().orElseThrow().executable();
    }

    private Sandbox sandbox(Level level) {
        if (level == Level.LIMITS) {
            return Machine.limitsOnly();
        }
        assumeTrue(Machine.sandbox().isolation() == Isolation.SANDBOX, "bubblewrap does not work on this machine");
        assumeTrue(level == Level.SANDBOX || Machine.namespaces().isPresent(), "this machine forbids user namespaces");
        Sandbox bare = level == Level.SANDBOX ? Machine.sandbox() : Machine.namespaces().orElseThrow();
        return bare.with(Machine.python().orElseThrow().folders().stream().map(Mount::reading).toList()).with(new Mount(folder, folder, true));
    }

    private RunOutcome run(Level level, Limits limits, String code) throws IOException {
        Files.writeString(folder.resolve("program.py"), code);
        return Machine.runner().run(RunRequest.of(Command.of(python.toString(), "program.py"), folder, limits, sandbox(level)), Cancellation.none());
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void bothStreamsAreKeptInTheOrderWritten(Level level) throws IOException {
        RunOutcome outcome = run(level, LIMITS, """
                import os
                os.write(1, b'one\\n')
                os.write(2, b'two\\n')
                os.write(1, b'three\\n')
                raise SystemExit(3)
                """);
        assertThat(outcome.text()).isEqualTo("one\ntwo\nthree\n");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.EXITED);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void standardInputIsEmpty(Level level) throws IOException {
        assertThat(run(level, LIMITS, "input('name? ')\n").text()).contains("EOFError");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void anEndlessLoopIsStoppedAtItsTimeLimit(Level level) throws IOException {
        RunOutcome outcome = run(level, LIMITS.withWallTime(Duration.ofMillis(2500)), "print('started', flush=True)\nwhile True: pass\n");
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.TIMED_OUT);
        assertThat(outcome.text()).startsWith("started\nTimeout (0:00:02.500000)!").contains("program.py\", line 2 in <module>");
        assertThat(outcome.note()).isEqualTo("Stopped after 2500 ms.");
        assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aDaemonDoesNotSurvive(Level level) throws IOException {
        String mark = UUID.randomUUID().toString();
        Files.writeString(folder.resolve("program.py"), """
                import os, time
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        with open('daemon', 'w') as f: f.write('x')
                        while True:
                            time.sleep(0.01)
                            os.utime('daemon')
                    os._exit(0)
                while not os.path.exists('daemon'): time.sleep(0.01)
                print('left')
                """);
        RunOutcome outcome = Machine.runner().run(RunRequest.of(Command.of(python.toString(), "program.py", mark), folder, LIMITS, sandbox(level)),
                Cancellation.none());
        assertThat(outcome.text()).isEqualTo("left\n");
        assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(10));
        assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().arguments().stream()).flatMap(Stream::of)).noneMatch(mark::equals);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void onlyHeadAndTailOfLongOutputAreKept(Level level) throws IOException {
        RunOutcome outcome = run(level, LIMITS, """
                import sys
                sys.stdout.write('first\\n')
                line = 'x' * 999 + '\\n'
                for _ in range(200_000): sys.stdout.write(line)
                sys.stdout.flush()
                raise ValueError('at the end')
                """);
        assertThat(outcome.truncated()).isTrue();
        assertThat(outcome.output().length).isLessThanOrEqualTo(LIMITS.keptOutput());
        assertThat(outcome.text()).startsWith("first\n").endsWith("ValueError: at the end\n").contains("bytes left out");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void secretsOfTheEnvironmentStayOutside(Level level) throws IOException {
        Files.writeString(folder.resolve("program.py"), "import os\nprint(sorted(os.environ))\n");
        ProcessRunner runner = new ProcessRunner(Map.of("PATH", "/usr/bin", "AWS_SECRET_ACCESS_KEY", "x", "LANG", "C.UTF-8"));
        RunOutcome outcome = runner.run(RunRequest.of(Command.of(python.toString(), "program.py"), folder, LIMITS, sandbox(level))
                .withEnv(Map.of("GIVEN", "1")), Cancellation.none());
        assertThat(outcome.text()).contains("LANG", "GIVEN", "PATH").doesNotContain("AWS");
    }

    @Test
    void aMissingProgramIsSaidInOneSentence() {
        RunOutcome outcome = Machine.runner().run(RunRequest.of(Command.of("no-such-program-here"), folder, LIMITS, Sandbox.limitsOnly()), Cancellation.none());
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.NOT_STARTED);
        assertThat(outcome.note()).isEqualTo("The program no-such-program-here was not found.");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void cancelEndsARunAtOnce(Level level) throws IOException {
        Files.writeString(folder.resolve("program.py"), "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nprint('up', flush=True)\nwhile True: pass\n");
        Cancellation cancellation = new Cancellation();
        RunRequest request = RunRequest.of(Command.of(python.toString(), "program.py"), folder, LIMITS, sandbox(level))
                .watchedBy(piece -> Thread.ofVirtual().start(cancellation::cancel));
        RunOutcome outcome = Machine.runner().run(request, cancellation);
        assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.CANCELLED);
        assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(5));
        assertThat(new String(outcome.output(), StandardCharsets.UTF_8)).startsWith("up");
    }
}
