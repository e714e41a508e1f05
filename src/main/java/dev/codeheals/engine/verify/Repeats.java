package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.verify.Workbenches.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Repeated runs, with a candidate and without any, that tell a repair from luck. They start as soon as there is something to repeat,
/// while other candidates are still being tried. Thread-safe.
final class Repeats implements AutoCloseable {
    private static final Duration INSTANT = Duration.ofMillis(100);
    private static final Duration QUICK = Duration.ofMillis(300);
    private static final Duration SLOW = Duration.ofSeconds(20);

    private final Workbenches benches;
    private final Groundwork.Subject subject;
    private final Groundwork ground;
    private final Readings readings;
    private final Limits limits;
    private final Cancellation stop = new Cancellation();
    private final Cancellation.Registration outer;
    private final ExecutorService runs = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Runs> cold = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<CompletableFuture<Trial>> unchanged = new ArrayList<>();
    private final boolean mayFlake;
    private boolean doubtful;

    /// Runs of one candidate under way, and what ends them.
    private record Runs(List<CompletableFuture<Trial>> trials, Cancellation stop) {}

    /// @param limits   of a run that should be no longer than the first one
    /// @param mayFlake whether a failure of this kind may come and go; a name that is not defined stays so
    Repeats(Workbenches benches, Groundwork.Subject subject, Groundwork ground, Readings readings, Limits limits, boolean mayFlake, Cancellation outer) {
        this.benches = benches;
        this.subject = subject;
        this.ground = ground;
        this.readings = readings;
        this.limits = limits;
        this.mayFlake = mayFlake;
        this.doubtful = ground.baseline().flaky();
        this.outer = outer.onCancel(stop::cancel);
    }

    /// Starts the first run from cold of a likely winner while it is still being screened: the bench for it stands idle meanwhile.
    synchronized void foresee(CandidatePatch candidate, List<FileChange> changes) {
        if (cold.isEmpty() && !doubtful) {
            fromCold(candidate, changes, 1);
        }
    }

    /// Starts to repeat the first candidate that may be the winner.
    synchronized void expect(CandidatePatch candidate, List<FileChange> changes) {
        if (!doubtful && (cold.isEmpty() || cold.containsKey(candidate.hash()))) {
            begin(candidate, changes);
        }
    }

    /// Ends the runs of a candidate that will not win.
    synchronized void forget(CandidatePatch candidate) {
        begun.remove(candidate.hash());
        Runs runsOfIt = cold.remove(candidate.hash());
        if (runsOfIt != null) {
            runsOfIt.stop().cancel();
        }
    }

    private void begin(CandidatePatch candidate, List<FileChange> changes) {
        if (!begun.add(candidate.hash())) {
            return;
        }
        // Each interpreter that starts gives sets another order, so two start where that may matter. Quicker runs are the others.
        Runs runsOfIt = fromCold(candidate, changes, mayFlake ? Math.min(2, count()) : 1);
        runsOfIt.trials().addAll(times(count() - runsOfIt.trials().size(), () -> again(changes, runsOfIt.stop())));
        // Each candidate asks the unchanged program once more, the first as often as itself.
        unchanged.addAll(times(!mayFlake ? 0 : unchanged.isEmpty() ? count() : 1, this::unchangedRun));
    }

    private Runs fromCold(CandidatePatch candidate, List<FileChange> changes, int wanted) {
        Runs runsOfIt = cold.computeIfAbsent(candidate.hash(), _ -> {
            Cancellation own = new Cancellation();
            stop.onCancel(own::cancel);
            return new Runs(new ArrayList<>(), own);
        });
        runsOfIt.trials().addAll(times(wanted - runsOfIt.trials().size(), () -> cold(changes, runsOfIt.stop())));
        return runsOfIt;
    }

    private Trial cold(List<FileChange> changes, Cancellation own) {
        return readings.text(benches.use(ground.program().isPresent() ? Need.COLD : Need.ANY, bench -> {
            own.throwIfCancelled();
            return bench.exact(subject.exact(), changes, limits, own);
        }));
    }

    /// By the application's own runner where that runs the same.
    private Trial again(List<FileChange> changes, Cancellation own) {
        return ground.program().map(run -> readings.reported(benches.use(Need.SOON, bench -> {
            own.throwIfCancelled();
            return bench.program(run, changes, List.of(), limits, own);
        }), run.runsTests())).orElseGet(() -> cold(changes, own));
    }

    /// The runs of the user's command with this candidate, the first of them from cold. Waits for them.
    List<Trial> with(CandidatePatch candidate, List<FileChange> changes) {
        List<CompletableFuture<Trial>> started;
        synchronized (this) {
            begin(candidate, changes);
            started = List.copyOf(Objects.requireNonNull(cold.get(candidate.hash())).trials());
        }
        return started.stream().map(Groundwork::join).toList();
    }

    /// How many runs of the unchanged program ended unlike its first one. Waits for those under way.
    long strays() {
        List<CompletableFuture<Trial>> started;
        synchronized (this) {
            started = List.copyOf(unchanged);
        }
        return started.stream().map(Groundwork::join).filter(run -> run.outcome().passed() != ground.baseline().outcome().passed()).count();
    }

    /// Whether anything was seen that a program of one mind would not do.
    synchronized boolean doubtful() {
        return doubtful;
    }

    synchronized void doubt() {
        doubtful = true;
    }

    private int count() {
        Duration once = ground.baseline().outcome().duration();
        if (!mayFlake) {
            return once.compareTo(INSTANT) < 0 ? 3 : 1;
        }
        boolean byChance = ground.modules().contains("random");
        return once.compareTo(byChance ? SLOW : QUICK) < 0 ? 3 : once.compareTo(SLOW) < 0 ? 2 : 1;
    }

    private <T> List<CompletableFuture<T>> times(int count, Supplier<T> job) {
        List<CompletableFuture<T>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            started.add(CompletableFuture.supplyAsync(job, runs));
        }
        return started;
    }

    private Trial unchangedRun() {
        return again(List.of(), stop);
    }

    /// Ends what is under way.
    @Override
    public void close() {
        stop.cancel();
        outer.close();
        runs.close();
    }
}
