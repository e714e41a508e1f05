package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;

/// The workbenches of a session. The first is there from the start, the others are set up meanwhile. Thread-safe.
final class Workbenches implements AutoCloseable {
    private final LinkedBlockingDeque<Workbench> idle = new LinkedBlockingDeque<>();
    private final List<Workbench> all = new ArrayList<>();
    private final List<Future<Workbench>> coming = new ArrayList<>();
    private final ExecutorService builders = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation;
    private final Builder builder;
    private final Cancellation.Registration onCancel;
    private int wanted;

    /// Sets one bench up.
    interface Builder {
        Workbench build() throws IOException;
    }

    /// @param cancellation ends waiting for a bench
    Workbenches(Builder builder, int wanted, Cancellation cancellation) throws IOException {
        this.cancellation = cancellation;
        this.builder = builder;
        this.onCancel = cancellation.onCancel(this::quieten);
        this.wanted = 1;
        add(builder.build());
        grow(wanted);
    }

    /// Sets up more of them, up to so many.
    synchronized void grow(int total) {
        for (; wanted < total; wanted++) {
            coming.add(builders.submit(() -> add(builder.build())));
        }
    }

    /// Ends interpreters that wait for work, too.
    private synchronized void quieten() {
        all.forEach(Workbench::quieten);
    }

    private synchronized Workbench add(Workbench bench) {
        if (cancellation.isCancelled()) {
            bench.quieten();
        }
        all.add(bench);
        idle.addLast(bench);
        return bench;
    }

    /// How many there will be.
    synchronized int size() {
        return wanted;
    }

    /// The first one, for questions that need no run.
    synchronized Workbench first() {
        return all.getFirst();
    }

    /// Waits for a free bench and works on it. The bench used last comes first: its interpreter is warm.
    <T> T use(Function<Workbench, T> job) {
        cancellation.throwIfCancelled();
        Workbench bench;
        try {
            bench = idle.takeFirst();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        try {
            return job.apply(bench);
        } finally {
            idle.addFirst(bench);
        }
    }

    /// All benches, when the last has been set up.
    ///
    /// @throws UncheckedIOException if one could not be
    List<Workbench> all() {
        List<Future<Workbench>> expected;
        synchronized (this) {
            expected = List.copyOf(coming);
        }
        for (Future<Workbench> one : expected) {
            try {
                one.get();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                throw new UncheckedIOException(new IOException("A copy of the project could not be made.", e.getCause()));
            }
        }
        synchronized (this) {
            return List.copyOf(all);
        }
    }

    @Override
    public void close() {
        onCancel.close();
        builders.shutdown();
        builders.close();
        synchronized (this) {
            for (Workbench bench : all) {
                closed(bench);
            }
        }
    }

    private static void closed(Workbench bench) {
        try {
            bench.close();
        } catch (IOException _) {
            // A temporary folder that cannot be removed is left to the system, which empties such folders itself.
        }
    }
}
