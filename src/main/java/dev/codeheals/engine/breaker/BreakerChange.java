package dev.codeheals.engine.breaker;

import java.time.Instant;

/// One change of a breaker's state.
///
/// @param reason one sentence a person understands
public record BreakerChange(Instant at, BreakerState from, BreakerState to, String reason) {}
