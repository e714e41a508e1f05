package dev.codeheals.engine.breaker;

import java.time.Duration;
import java.util.List;

/// Refuses until the wait is over; the replay of a gold pattern may end the wait early by healing.
final class OpenState implements State {
    private static final long NONE = -1;

    private final CircuitBreaker breaker;
    private final Duration wait;
    private final Duration left;
    private final long since;
    private long proven = NONE;

    /// @param wait as it was when the breaker opened
    /// @param left what is left of it now
    OpenState(CircuitBreaker breaker, Duration wait, Duration left) {
        this.breaker = breaker;
        this.wait = wait;
        this.left = left;
        this.since = breaker.nanos();
    }

    @Override
    public BreakerState name() {
        return BreakerState.OPEN;
    }

    @Override
    public Permit tryAcquire() {
        Duration remaining = remaining();
        if (remaining.isPositive()) {
            return new Permit.Denied(Sentences.refused(remaining), remaining);
        }
        breaker.halfOpen("The wait of " + Sentences.time(wait) + " is over: a few probes will show whether healing works again.", List.of());
        return breaker.tryAcquire();
    }

    @Override
    public Permit tryAcquireProven() {
        Duration remaining = remaining();
        if (!remaining.isPositive()) {
            return tryAcquire();
        }
        if (proven != NONE) {
            return new Permit.Denied("The breaker is open and a proven pattern is being tried already.", remaining);
        }
        proven = breaker.nextSerial();
        return new Permit.Probe(proven);
    }

    @Override
    public void record(Permit permit, AttemptOutcome outcome) {
        if (!holdsProven(permit)) {
            return;
        }
        proven = NONE;
        breaker.window().add(outcome);
        if (outcome.success()) {
            breaker.halfOpen("A proven pattern healed, so the wait ends early.", List.of(outcome));
        }
    }

    @Override
    public void giveBack(Permit permit) {
        if (holdsProven(permit)) {
            proven = NONE;
        }
    }

    @Override
    public Duration waitTime() {
        return wait;
    }

    @Override
    public Duration remaining() {
        long passed = breaker.nanos() - since;
        Duration remaining = left.minusNanos(Math.max(0, passed));
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }

    private boolean holdsProven(Permit permit) {
        return permit instanceof Permit.Probe(long serial) && serial == proven;
    }
}
