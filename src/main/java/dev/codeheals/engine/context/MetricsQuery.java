package dev.codeheals.engine.context;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What to measure.
///
/// @param from    first moment, inclusive
/// @param until   last moment, exclusive
/// @param project null for all
public record MetricsQuery(Instant from, Instant until, @Nullable String project) {
    public static MetricsQuery all() {
        return new MetricsQuery(Instant.EPOCH, Instant.ofEpochSecond(253_402_300_799L), null);
    }
}
