package dev.codeheals.engine.breaker;

import java.time.Duration;

/// Refuses everything until someone resets it.
final class ForcedOpenState implements State {
    private final String reason;

    ForcedOpenState(String reason) {
        this.reason = reason;
    }

    @Override
    public BreakerState name() {
        return BreakerState.FORCED_OPEN;
    }

    @Override
    public Permit tryAcquire() {
        return new Permit.Denied("Healing is stopped until someone resets it: " + reason, Duration.ZERO);
    }

    @Override
    public void record(Permit permit, AttemptOutcome outcome) {
        // Attempts that were under way when it was forced open count no more.
    }
}
