package dev.codeheals.engine.breaker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A wall clock and a monotonic one, both moved by hand.
final class HandClock implements InstantSource {
    private Instant wall = Instant.parse("2026-11-20T10:00:00Z");
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;

    @Override
    public Instant instant() {
        return wall;
    }

    long nanos() {
        return nanos;
    }

    /// Time passes.
    void advance(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /// Someone sets the wall clock.
    void setWall(Duration shift) {
        wall = wall.plus(shift);
    }
}
