package dev.codeheals.engine.breaker;

import java.time.Duration;

/// The breaker's answer to "may I try?". Whoever holds a {@link Granted} or {@link Probe} hands it back exactly once, with an
/// outcome or without one.
public sealed interface Permit {

    default boolean allowed() {
        return !(this instanceof Denied);
    }

    /// An ordinary attempt.
    ///
    /// @param serial unique in its breaker
    record Granted(long serial) implements Permit {}

    /// One of the few attempts that decide whether the breaker closes again.
    ///
    /// @param serial unique in its breaker
    record Probe(long serial) implements Permit {}

    /// A refusal.
    ///
    /// @param reason    one sentence a person understands
    /// @param remaining until it is worth asking again; zero where only an event, not time, will change the answer
    record Denied(String reason, Duration remaining) implements Permit {}
}
