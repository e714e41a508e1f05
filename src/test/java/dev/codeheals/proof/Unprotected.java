package dev.codeheals.proof;

import dev.codeheals.engine.run.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A program without limits that nobody cleans up after but {@link #close}: what an attack does where nothing holds it back.
final class Unprotected implements AutoCloseable {
    private final String mark = UUID.randomUUID().toString();
    private final Process root;

    Unprotected(Path folder, String code, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(Machine.python().orElseThrow().executable().toString(), "-c", code, mark));
        words.addAll(List.of(arguments));
        root = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    /// Everything that carries this word among its arguments, as forked children do.
    static List<ProcessHandle> marked(String mark) {
        return ProcessHandle.allProcesses().filter(p -> p.info().arguments().stream().flatMap(Stream::of).anyMatch(mark::equals)).toList();
    }

    /// Nanoseconds until it holds, at most ten seconds.
    static long until(BooleanSupplier holds) {
        return until(holds, 10);
    }

    /// Nanoseconds until it holds, at most so many seconds.
    static long until(BooleanSupplier holds, long seconds) {
        long start = System.nanoTime();
        while (!holds.getAsBoolean() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return System.nanoTime() - start;
    }

    /// How many of its processes there are, once there are as many as expected or after ten seconds.
    int processes(int expected) {
        until(() -> marked(mark).size() >= expected);
        return marked(mark).size();
    }

    /// How many processes are left when only the one that was started is killed.
    int leftWithoutRoot() {
        root.destroyForcibly();
        until(() -> !root.isAlive());
        return marked(mark).size();
    }

    /// Whether it still runs after some time, is asked to end then and has as much time again to do so, and goes on.
    boolean outlives(Duration time) throws InterruptedException {
        boolean runs = !root.waitFor(time);
        root.destroy();
        return runs && !root.waitFor(time);
    }

    /// Its exit code; 137 if it does not end within twenty seconds.
    int exit() throws InterruptedException {
        return root.waitFor(20, TimeUnit.SECONDS) ? root.exitValue() : 137;
    }

    @Override
    public void close() {
        until(() -> {
            root.destroyForcibly();
            List<ProcessHandle> left = marked(mark);
            left.forEach(ProcessHandle::destroyForcibly);
            return left.isEmpty();
        });
    }
}
