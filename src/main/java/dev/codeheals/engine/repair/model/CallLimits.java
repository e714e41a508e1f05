package dev.codeheals.engine.repair.model;

import java.time.Duration;

/// What one {@link ModelClient#complete} may take, its retries included.
///
/// @param requests the most requests it may send
/// @param wall     the most time it may take
public record CallLimits(int requests, Duration wall) {
    public static final CallLimits DEFAULT = new CallLimits(4, Duration.ofMinutes(5));
}
