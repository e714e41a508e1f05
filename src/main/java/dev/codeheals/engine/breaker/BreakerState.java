package dev.codeheals.engine.breaker;

/// The breaker's states.
public enum BreakerState { CLOSED, OPEN, HALF_OPEN, FORCED_OPEN }
