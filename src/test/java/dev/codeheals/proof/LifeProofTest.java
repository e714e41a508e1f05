package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.Mount;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.verify.TestProject;
import dev.codeheals.engine.verify.Verdict;
import dev.codeheals.engine.verify.VerificationSession;
import dev.codeheals.proof.Cell.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Nothing that was started outlives the application or a cancel, and luck is not taken for a repair.
class LifeProofTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(Level.class)
    void nothingOutlivesTheApplication(Level level) throws Exception {
        orphans(level, 1);
    }

    @Tag("proof")
    @ParameterizedTest
    @EnumSource(Level.class)
    void nothingEverOutlivesTheApplication(Level level) throws Exception {
        orphans(level, 60);
    }

    private void orphans(Level level, int rounds) throws Exception {
        Cell.sandbox(level);
        Path folder = temp.toRealPath();
        Files.writeString(folder.resolve("program.py"), """
                import os, signal, time
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() != 0:
                        os._exit(0)
                os.write(1, b'up\\n')
                time.sleep(60)
                """);
        long late = 0;
        long slowest = 0;
        for (int i = 0; i < rounds; i++) {
            String mark = UUID.randomUUID().toString();
            Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Application.class.getName(), level.name(),
                    folder.toString(), mark).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader says = new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(says.readLine()).isEqualTo("up");
                assertThat(Unprotected.marked(mark)).hasSizeGreaterThan(1);
                application.destroyForcibly().waitFor();
                long took = Unprotected.until(() -> Unprotected.marked(mark).isEmpty());
                slowest = Math.max(slowest, took);
                late += took > SOON.toNanos() ? 1 : 0;
            }
        }
        int orphans = orphansOfAPlainStart(folder);
        ProofTable.add(new ProofTable.Row("R11", "nothing outlives an application that is killed (" + level + ")", rounds, late,
                "gone after at most " + slowest / 1_000_000 + " ms; started plainly, " + orphans + " processes live on"));
        assertThat(late).isZero();
        assertThat(orphans).isPositive();
    }

    /// The same program as a plain child of an application that is killed.
    private int orphansOfAPlainStart(Path folder) throws IOException {
        String application = "import subprocess, sys\nsubprocess.run([sys.executable, 'program.py', sys.argv[1]])\n";
        try (Unprotected plain = new Unprotected(folder, application)) {
            plain.processes(3);
            return plain.leftWithoutRoot();
        }
    }

    /// Another application that runs one program until it is killed.
    static final class Application {
        private Application() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[1]);
            var python = Machine.python().orElseThrow();
            var sandbox = Cell.sandbox(Level.valueOf(arguments[0])).with(python.folders().stream().map(Mount::reading).toList())
                    .with(new Mount(folder, folder, true));
            RunRequest request = RunRequest.of(Command.of(python.executable().toString(), "program.py", arguments[2]), folder, Limits.STANDARD, sandbox)
                    .watchedBy(piece -> {
                        System.out.print(new String(piece, StandardCharsets.UTF_8));
                        System.out.flush();
                    });
            Machine.runner().run(request, Cancellation.none());
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void cancelEndsEverythingWithinASecond(Level level) throws Exception {
        TestProject project = TestProject.in(temp).with("main.py", """
                import os, sys, time
                if os.path.exists('wait'):
                    if os.fork() == 0:
                        os.setsid()
                    time.sleep(60)
                print(nme)
                """);
        String mark = UUID.randomUUID().toString();
        Cancellation cancellation = new Cancellation();
        try (VerificationSession session = project.open(Machine.python().orElseThrow(), Cell.sandbox(level), 2, Cell.LIMITS, cancellation,
                "python3", "main.py", mark)) {
            var target = project.target(session);
            List<CandidatePatch> waiting = Stream.of(1, 2, 3).map(n -> project.replacing("main.py",
                    "if os.path.exists('wait'):", "if " + n + ":")).toList();
            CompletableFuture<Boolean> screening = CompletableFuture.supplyAsync(() -> {
                try (Stream<VerificationSession.Screened> results = session.screen(waiting.stream(), target)) {
                    return results.count() == 0;
                } catch (CancellationException _) {
                    return true;
                }
            });
            Path cache = project.cache();
            Unprotected.until(() -> !working(cache).isEmpty());
            LockSupport.parkNanos(SOON.toNanos());
            int unasked = working(cache).size();
            long start = System.nanoTime();
            cancellation.cancel();
            assertThat(screening.get(10, TimeUnit.SECONDS)).isTrue();
            long took = Math.max(System.nanoTime() - start, 0) + Unprotected.until(() -> working(cache).isEmpty());
            ProofTable.add(new ProofTable.Row("R6c", "cancel ends every process of a heal within a second (" + level + ")", waiting.size(),
                    took > SOON.toNanos() ? 1 : 0, "gone after " + took / 1_000_000 + " ms; without a cancel " + unasked + " processes are there a second later"));
            assertThat(unasked).isPositive();
            assertThat(Duration.ofNanos(took)).isLessThan(SOON.multipliedBy(2));
        }
    }

    /// Processes that were started for copies in this cache.
    private static List<ProcessHandle> working(Path cache) {
        return ProcessHandle.allProcesses().filter(p -> p.info().arguments().stream().flatMap(Stream::of).anyMatch(a -> a.startsWith(cache.toString()))).toList();
    }

    @Test
    void aProgramThatFailsNowAndThenIsNotHealedByLuck() throws IOException {
        flaky(6);
    }

    @Tag("proof")
    @Test
    void hardlyAnyProgramThatFailsNowAndThenIsHealedByLuck() throws IOException {
        assertThat(flaky(60)).isPositive();
    }

    /// Returns how many useless changes one run alone would have believed.
    private int flaky(int rounds) throws IOException {
        int believed = 0;
        int lucky = 0;
        int control = 0;
        for (int i = 0; i < rounds; i++) {
            int percent = 50 - i * 40 / rounds;
            TestProject project = TestProject.in(temp, "flaky" + i).with("main.py", """
                    import random
                    note = 'x'
                    if random.random() < %s:
                        raise ValueError('now and then')
                    """.formatted(percent / 100.0));
            try (VerificationSession session = project.open(Machine.python().orElseThrow(), Machine.sandbox(), 2, "python3", "main.py")) {
                if (session.baseline().failures().isEmpty()) {
                    continue;
                }
                var useless = project.replacing("main.py", "'x'", "'y'");
                lucky += passesOnce(session, project, useless) ? 1 : 0;
                Verdict verdict = session.confirm(useless, project.target(session));
                believed += verdict instanceof Verdict.Plausible ? 1 : 0;
                control++;
            }
        }
        ProofTable.add(new ProofTable.Row("R13", "a useless change of a program that fails at random is not believed", control, believed,
                "one run alone would have believed " + lucky + "; " + (rounds - control) + " of " + rounds + " did not even fail at first"));
        // One in a few rounds is chance; two are not.
        assertThat(believed * 50L).isLessThanOrEqualTo(Math.max(control, 50));
        return lucky;
    }

    private static boolean passesOnce(VerificationSession session, TestProject project, CandidatePatch useless) {
        try (Stream<VerificationSession.Screened> results = session.screen(Stream.of(useless), project.target(session))) {
            return results.findFirst().orElseThrow().verdict().orElseThrow() instanceof Verdict.Plausible;
        }
    }
}
