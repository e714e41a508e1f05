package dev.codeheals.engine.breaker;

/// The breaker's states.
public enum BreakerState {
    /// Attempts are admitted and counted.
    CLOSED,
    /// Too many failed; nothing but a proven pattern is tried until the wait is over.
    OPEN,
    /// A few probes are admitted; their outcome decides.
    HALF_OPEN,
    /// Opened by hand; stays so until it is reset by hand.
    FORCED_OPEN
}
