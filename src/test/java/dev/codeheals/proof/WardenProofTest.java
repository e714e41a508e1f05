package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.proof.Cell.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// An application killed while it starts sandboxes: their two processes do not yet die with each other then.
class WardenProofTest {
    private static final int AT_ONCE = 8;
    private static final int CONTROLS = 30;
    private static final long LONGEST_START_MS = 40;
    private static final long SEED = 11;

    private final Random random = new Random(SEED);

    @Test
    void nothingOutlivesAnApplicationThatIsKilledWhileItStartsSandboxes() throws Exception {
        killedWhileStarting(3);
    }

    @Tag("proof")
    @Test
    void nothingEverOutlivesAnApplicationThatIsKilledWhileItStartsSandboxes() throws Exception {
        killedWhileStarting(60);
    }

    private void killedWhileStarting(int rounds) throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")), "this system does not show the words of processes");
        Cell.sandbox(Level.SANDBOX);
        long outlived = 0;
        for (int i = 0; i < rounds; i++) {
            outlived += leftAfter(true);
        }
        long unwatched = 0;
        int controls = 0;
        while (unwatched == 0 && controls < CONTROLS) {
            unwatched = leftAfter(false);
            controls++;
        }
        ProofTable.add(new ProofTable.Row("R11", "nothing outlives an application killed while it starts sandboxes, " + AT_ONCE + " at once", (long) rounds * AT_ONCE, outlived,
                "without the warden " + unwatched + " processes live on after " + (long) controls * AT_ONCE));
        assertThat(outlived).isZero();
        assertThat(unwatched).isPositive();
    }

    /// How many processes are there for good after an application was killed at some moment of its starts.
    private int leftAfter(boolean watched) throws IOException, InterruptedException {
        String mark = UUID.randomUUID().toString();
        Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Starts.class.getName(), mark)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(application.getInputStream().read()).isEqualTo('!');
        if (!watched) {
            application.children().forEach(ProcessHandle::destroyForcibly);
        }
        application.getOutputStream().write('!');
        application.getOutputStream().flush();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(LONGEST_START_MS)));
        application.destroyForcibly().waitFor();
        Unprotected.until(() -> Unprotected.marked(mark).isEmpty(), watched ? 10 : 1);
        int left = Unprotected.marked(mark).size();
        Unprotected.marked(mark).forEach(ProcessHandle::destroyForcibly);
        return left;
    }

    /// An application that starts several sandboxes when it is told to, and waits for them.
    static final class Starts {
        private Starts() {}

        public static void main(String[] arguments) throws IOException {
            RunRequest request = RunRequest.of(Command.of("sh", "-c", "sleep 60", arguments[0]), Path.of("/"), Limits.STANDARD, Machine.sandbox());
            // The first one begins the warden.
            Machine.runner().run(RunRequest.of(Command.of("true"), Path.of("/"), Limits.STANDARD, Machine.sandbox()), Cancellation.none());
            System.out.print('!');
            System.out.flush();
            if (System.in.read() == '!') {
                try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int i = 0; i < AT_ONCE; i++) {
                        all.execute(() -> Machine.runner().run(request, Cancellation.none()));
                    }
                }
            }
        }
    }
}
