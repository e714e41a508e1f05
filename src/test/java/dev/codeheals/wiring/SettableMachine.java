package dev.codeheals.wiring;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// The three clocks of a Linux machine whose time of day is set and which sleeps.
public final class SettableMachine {
    private Instant wall = Instant.parse("2026-03-29T00:59:58Z");
    private long awake = 77_000_000_000L;
    private long sinceBoot = 91_000_000_000L;

    public void passes(Duration time) {
        wall = wall.plus(time);
        awake += time.toNanos();
        sinceBoot += time.toNanos();
    }

    public void sleeps(Duration time) {
        wall = wall.plus(time);
        sinceBoot += time.toNanos();
    }

    public void isSet(Duration shift) {
        wall = wall.plus(shift);
    }

    public Instant wall() {
        return wall;
    }

    /// The clock that stands still in sleep.
    public long awake() {
        return awake;
    }

    public LongSupplier elapsed() {
        return new ElapsedTime(() -> awake, () -> OptionalLong.of(sinceBoot));
    }
}
