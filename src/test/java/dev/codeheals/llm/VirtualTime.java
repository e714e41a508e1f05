package dev.codeheals.llm;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// A clock that moves only when somebody waits.
final class VirtualTime implements InstantSource, LongSupplier, Pause {
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private long nanos;

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized long getAsLong() {
        return nanos;
    }

    @Override
    public void await(Duration wait, Cancellation cancellation) {
        waits.add(wait);
        pass(wait);
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    List<Duration> waits() {
        return waits;
    }
}
