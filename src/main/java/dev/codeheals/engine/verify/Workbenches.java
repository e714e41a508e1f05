package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.Cancellation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// The workbenches of a session. The first is there from the start, the others are set up meanwhile. Thread-safe.
final class Workbenches implements AutoCloseable {
    /// The one used last comes first.
    private final List<Workbench> idle = new ArrayList<>();
    private final Map<Workbench, Need> busy = new HashMap<>();
    private final List<Workbench> all = new ArrayList<>();
    private final List<Future<Workbench>> coming = new ArrayList<>();
    private final ExecutorService builders = Executors.newVirtualThreadPerTaskExecutor();
    private final Cancellation cancellation;
    private final Builder builder;
    private final Cancellation.Registration onCancel;
    private int wanted;

    /// What a job needs of its bench.
    enum Need {
        /// A run from cold, for which a warm interpreter would only stand idle.
        COLD,
        /// A warm interpreter. One that is up or coming up is worth waiting for: for a few runs, starting another costs more.
        SOON,
        /// Whichever is free, best one that is up; elsewhere another interpreter is started: for many runs or long ones.
        ANY
    }

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
        idle.add(bench);
        notifyAll();
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

    /// Waits for a bench that fits and works on it.
    <T> T use(Need need, Function<Workbench, T> job) {
        cancellation.throwIfCancelled();
        Workbench bench = taken(need);
        try {
            return job.apply(bench);
        } finally {
            giveBack(bench);
        }
    }

    private synchronized Workbench taken(Need need) {
        try {
            Optional<Workbench> fit = fit(need);
            while (fit.isEmpty()) {
                wait();
                fit = fit(need);
            }
            idle.remove(fit.get());
            busy.put(fit.get(), need);
            return fit.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private synchronized void giveBack(Workbench bench) {
        busy.remove(bench);
        idle.addFirst(bench);
        notifyAll();
    }

    private Optional<Workbench> fit(Need need) {
        Optional<Workbench> up = idle.stream().filter(Workbench::isUp).findFirst();
        Optional<Workbench> down = idle.stream().filter(bench -> !bench.isUp()).findFirst();
        return switch (need) {
            case COLD -> busy.values().stream().filter(Need.COLD::equals).count() < Math.max(1, wanted - 1) ? down.or(() -> up) : Optional.empty();
            case SOON -> up.isPresent() || busy.keySet().stream().anyMatch(this::comesUp) ? up : down;
            case ANY -> up.or(() -> down);
        };
    }

    /// Whether its interpreter will be warm when it is free again.
    private boolean comesUp(Workbench bench) {
        return bench.isUp() || (bench.isWarm() && busy.get(bench) != Need.COLD);
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
