package dev.codeheals.engine.breaker;

import static dev.codeheals.engine.breaker.BreakerState.CLOSED;
import static dev.codeheals.engine.breaker.BreakerState.FORCED_OPEN;
import static dev.codeheals.engine.breaker.BreakerState.HALF_OPEN;
import static dev.codeheals.engine.breaker.BreakerState.OPEN;

/// The closed table of legal changes.
public enum StateTransition {
    TRIP(CLOSED, OPEN),
    FORCE_CLOSED(CLOSED, FORCED_OPEN),
    PROBE(OPEN, HALF_OPEN),
    RESET_OPEN(OPEN, CLOSED),
    FORCE_OPEN(OPEN, FORCED_OPEN),
    RECOVER(HALF_OPEN, CLOSED),
    RELAPSE(HALF_OPEN, OPEN),
    FORCE_HALF_OPEN(HALF_OPEN, FORCED_OPEN),
    RESET_FORCED(FORCED_OPEN, CLOSED);

    private final BreakerState from;
    private final BreakerState to;

    StateTransition(BreakerState from, BreakerState to) {
        this.from = from;
        this.to = to;
    }

    public BreakerState from() {
        return from;
    }

    public BreakerState to() {
        return to;
    }

    /// Looks a change up.
    ///
    /// @throws IllegalStateException if the table has no such change
    public static StateTransition of(BreakerState from, BreakerState to) {
        for (StateTransition transition : values()) {
            if (transition.from == from && transition.to == to) {
                return transition;
            }
        }
        throw new IllegalStateException("A breaker cannot go from " + from + " to " + to + ".");
    }
}
