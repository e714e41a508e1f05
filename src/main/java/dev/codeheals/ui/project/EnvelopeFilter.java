package dev.codeheals.ui.project;

import dev.codeheals.engine.envelope.EnvelopeRow;
import java.time.Instant;

/// A stretch of time the user brushed.
///
/// @param from  inclusive
/// @param until exclusive
public record EnvelopeFilter(Instant from, Instant until) {
    /// {@link #from} in milliseconds since the epoch.
    public double start() {
        return (double) from.toEpochMilli();
    }

    /// {@link #until} in milliseconds since the epoch.
    public double end() {
        return (double) until.toEpochMilli();
    }

    public boolean passes(EnvelopeRow row) {
        return passes(row.createdAt());
    }

    public boolean passes(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
