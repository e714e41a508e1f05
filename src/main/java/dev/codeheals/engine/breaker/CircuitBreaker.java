package dev.codeheals.engine.breaker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Stops healing that keeps failing, and finds out by itself when it works again. Safe for any number of threads.
///
/// Waits are measured by a monotonic clock, so a changed wall clock neither shortens nor lengthens them. The wall clock is read for
/// the times in the history and, once, when a snapshot of an earlier process is restored.
public final class CircuitBreaker {
    private static final int HISTORY = 50;

    private final BreakerSettings settings;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<BreakerChange>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<BreakerSnapshot>> keepers = new CopyOnWriteArrayList<>();
    private final OutcomeWindow window;
    private final List<BreakerChange> history = new ArrayList<>();
    private State state;
    private int openCount;
    private long serial;
    private boolean changed;

    public CircuitBreaker(BreakerSettings settings, InstantSource wall, LongSupplier nanos) {
        this.settings = settings;
        this.wall = wall;
        this.nanos = nanos;
        this.window = new OutcomeWindow(settings);
        this.state = new ClosedState(this);
    }

    /// Calls back after each change, in order and before the call that caused it returns. The listener must be quick.
    public void onChange(Consumer<BreakerChange> listener) {
        listeners.add(listener);
    }

    /// Calls back with the new snapshot after whatever must outlive the process: a counted outcome, a change, a reset. The listener may take
    /// as long as saving takes, and must not wait for another thread that uses this breaker.
    public void onUpdate(Consumer<BreakerSnapshot> listener) {
        keepers.add(listener);
    }

    /// Asks for one attempt.
    public Permit tryAcquire() {
        return locked(() -> state.tryAcquire());
    }

    /// Asks for the replay of a gold pattern, which is admitted, one at a time, even while the breaker is open.
    public Permit tryAcquireProven() {
        return locked(() -> state.tryAcquireProven());
    }

    /// Counts how a permitted attempt ended. Outcomes of attempts that began before the last change are not counted.
    public void record(Permit permit, AttemptOutcome outcome) {
        locked(() -> {
            int counted = window.added();
            state.record(permit, outcome);
            changed |= counted != window.added();
            return permit;
        });
    }

    /// Hands a permit back for an attempt whose outcome says nothing: cancelled, no failure found, environment missing.
    public void giveBack(Permit permit) {
        locked(() -> {
            state.giveBack(permit);
            return permit;
        });
    }

    /// Stops healing by hand; does nothing if it is already stopped so.
    public void forceOpen(String reason) {
        locked(() -> {
            if (state.name() != BreakerState.FORCED_OPEN) {
                become(new ForcedOpenState(reason), reason);
            }
            return state;
        });
    }

    /// Closes by hand and forgets the window and the waits so far.
    public void reset(String reason) {
        locked(() -> {
            if (state.name() == BreakerState.CLOSED) {
                startAfresh();
                changed = true;
            } else {
                close(reason);
            }
            return state;
        });
    }

    public BreakerState state() {
        return locked(() -> state.name());
    }

    public BreakerSnapshot snapshot() {
        return locked(() -> new BreakerSnapshot(state.name(), window.outcomes(), window.failureRate(), window.threshold(), window.trend(),
                window.size() >= settings.minimum(), state.waitTime(), state.remaining(), openCount, state.probes(), lastReason(), wall.instant(), history));
    }

    /// Goes on from a snapshot. The wall time since then shortens an open breaker's wait, but by no less than nothing and no more
    /// than all of it. Permits given before are void; probes that were under way may be asked for again.
    public void restore(BreakerSnapshot snapshot) {
        locked(() -> {
            window.clear();
            snapshot.window().forEach(window::add);
            history.clear();
            history.addAll(snapshot.history());
            openCount = snapshot.openCount();
            changed = false;
            state = switch (snapshot.state()) {
                case CLOSED -> new ClosedState(this);
                case OPEN -> new OpenState(this, snapshot.waitTime(), left(snapshot));
                case HALF_OPEN -> new HalfOpenState(this, snapshot.probes());
                case FORCED_OPEN -> new ForcedOpenState(snapshot.reason());
            };
            return state;
        });
    }

    private Duration left(BreakerSnapshot snapshot) {
        Duration passed = Duration.between(snapshot.at(), wall.instant());
        if (passed.isNegative()) {
            return snapshot.remaining();
        }
        return passed.compareTo(snapshot.remaining()) > 0 ? Duration.ZERO : snapshot.remaining().minus(passed);
    }

    void open(String reason) {
        openCount++;
        Duration wait = settings.waitAfter(openCount);
        become(new OpenState(this, wait, wait), reason + " Waiting " + Sentences.time(wait) + ".");
    }

    void halfOpen(String reason, List<AttemptOutcome> probesSoFar) {
        HalfOpenState next = new HalfOpenState(this, probesSoFar);
        become(next, reason);
        next.decide();
    }

    void close(String reason) {
        startAfresh();
        become(new ClosedState(this), reason);
    }

    OutcomeWindow window() {
        return window;
    }

    BreakerSettings settings() {
        return settings;
    }

    long nanos() {
        return nanos.getAsLong();
    }

    long nextSerial() {
        return ++serial;
    }

    /// Only what follows counts, permits under way included.
    private void startAfresh() {
        window.clear();
        openCount = 0;
        if (state.name() == BreakerState.CLOSED) {
            state = new ClosedState(this);
        }
    }

    private void become(State next, String reason) {
        StateTransition transition = StateTransition.of(state.name(), next.name());
        state = next;
        changed = true;
        Instant now = wall.instant();
        BreakerChange change = new BreakerChange(now, transition.from(), transition.to(), reason);
        history.add(change);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(change));
    }

    private String lastReason() {
        return history.isEmpty() ? "" : history.getLast().reason();
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            T result = action.get();
            if (changed && lock.getHoldCount() == 1) {
                changed = false;
                keepers.forEach(keeper -> keeper.accept(snapshot()));
            }
            return result;
        } finally {
            lock.unlock();
        }
    }
}
