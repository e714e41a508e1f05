package dev.codeheals.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs commands. Thread-safe; each run blocks its caller until the whole process tree is gone.
public final class ProcessRunner {
    private static final long LOOK_MS = 50;
    private static final long DRAIN_MS = 500;

    private final Map<String, String> host;

    /// @param host the application's own environment; only an allow-list of it reaches a run
    public ProcessRunner(Map<String, String> host) {
        this.host = Map.copyOf(host);
    }

    /// Runs to the end, a limit, the time limit or the cancellation, whichever comes first.
    ///
    /// Standard input is empty. Memory use does not depend on how much is printed.
    public RunOutcome run(RunRequest request, Cancellation cancellation) {
        long start = System.nanoTime();
        Process process;
        try {
            cancellation.throwIfCancelled();
            process = Launch.start(request, host, false);
        } catch (Launch.NotStarted e) {
            return ended(request, RunOutcome.Ending.NOT_STARTED, -1, new OutputWindow(0), start, String.valueOf(e.getMessage()));
        }
        OutputWindow window = new OutputWindow(request.limits().keptOutput());
        Thread reader = Thread.ofPlatform().daemon().name("run-output").start(() -> drain(process, window, request));
        ProcessTree tree = new ProcessTree(process, ProcessTree.Kind.of(request.sandbox()));
        try (Cancellation.Registration _ = cancellation.onCancel(tree::kill)) {
            Optional<Stop> stop = await(process, tree, request.limits(), cancellation, start);
            if (stop.filter(s -> s.ending() == RunOutcome.Ending.TIMED_OUT).isPresent()) {
                tree.askWhere();
            }
            tree.kill();
            finish(process, reader);
            return stop.map(s -> ended(request, s.ending(), 137, window, start, s.note()))
                    .orElseGet(() -> ended(request, RunOutcome.Ending.EXITED, process.exitValue(), window, start, ""));
        }
    }

    /// Starts a process that answers lines with lines.
    ///
    /// @throws IOException with one plain sentence if it cannot be started
    public TalkingProcess talk(RunRequest request) throws IOException {
        try {
            return new TalkingProcess(Launch.start(request, host, true), ProcessTree.Kind.of(request.sandbox()));
        } catch (Launch.NotStarted e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private record Stop(RunOutcome.Ending ending, String note) {}

    private static Optional<Stop> await(Process process, ProcessTree tree, Limits limits, Cancellation cancellation, long start) {
        HostGuard guard = new HostGuard(limits);
        long deadline = start + limits.wallTime().toNanos();
        try {
            while (true) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (process.waitFor(Math.clamp(left, 1, LOOK_MS), TimeUnit.MILLISECONDS)) {
                    return cancellation.isCancelled() ? Optional.of(cancelled()) : Optional.empty();
                }
                if (cancellation.isCancelled()) {
                    return Optional.of(cancelled());
                }
                if (System.nanoTime() >= deadline) {
                    return Optional.of(new Stop(RunOutcome.Ending.TIMED_OUT, "Stopped after " + seconds(limits.wallTime()) + "."));
                }
                Optional<String> exceeded = guard.exceeded(tree);
                if (exceeded.isPresent()) {
                    return Optional.of(new Stop(RunOutcome.Ending.LIMIT_EXCEEDED, exceeded.get()));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(cancelled());
        }
    }

    private static Stop cancelled() {
        return new Stop(RunOutcome.Ending.CANCELLED, "Cancelled.");
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static void drain(Process process, OutputWindow window, RunRequest request) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream output = process.getInputStream()) {
            for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                window.add(buffer, read);
                if (request.live().isPresent()) {
                    request.live().get().accept(Arrays.copyOf(buffer, read));
                }
            }
        } catch (IOException _) {
            // The stream was closed under the reader because the tree is gone; what was read is kept.
        }
    }

    /// A survivor outside the tree may still hold the pipe open, so the reader gets a bounded time.
    private static void finish(Process process, Thread reader) {
        try {
            process.waitFor();
            if (!reader.join(Duration.ofMillis(DRAIN_MS))) {
                process.getInputStream().close();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // Closing only releases the reader.
        }
    }

    private static RunOutcome ended(RunRequest request, RunOutcome.Ending ending, int exit, OutputWindow window, long start, String note) {
        byte[] output = ending == RunOutcome.Ending.TIMED_OUT ? LastWords.afterTimeout(window.bytes(), request.limits().wallTime()) : window.bytes();
        return new RunOutcome(ending, exit, output, window.truncated(), Duration.ofNanos(System.nanoTime() - start),
                request.sandbox().isolation(), note);
    }
}
