package dev.codeheals.engine.breaker;

import java.time.Duration;
import java.util.List;

/// What a breaker does in one of its states. Called under the breaker's lock.
sealed interface State permits ClosedState, OpenState, HalfOpenState, ForcedOpenState {

    BreakerState name();

    Permit tryAcquire();

    /// The same for the replay of a gold pattern.
    default Permit tryAcquireProven() {
        return tryAcquire();
    }

    /// Takes a permit's outcome; a permit that this state did not give is not counted.
    void record(Permit permit, AttemptOutcome outcome);

    /// Takes a permit back without an outcome.
    default void giveBack(Permit permit) {}

    /// How long this state lasted for sure when it began.
    default Duration waitTime() {
        return Duration.ZERO;
    }

    /// What is left of that.
    default Duration remaining() {
        return Duration.ZERO;
    }

    /// Outcomes of probes so far.
    default List<AttemptOutcome> probes() {
        return List.of();
    }
}
