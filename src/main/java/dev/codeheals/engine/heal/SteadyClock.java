package dev.codeheals.engine.heal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock that begins at the time of day and then goes on evenly, whatever becomes of the system's clock: a heal's budget is neither
/// spent nor prolonged by a clock that is set, nor spent while the machine sleeps.
public final class SteadyClock implements InstantSource {
    private final Instant began;
    private final long beganNanos;
    private final LongSupplier nanos;

    /// @param nanos a monotonic clock
    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.began = wall.instant();
        this.beganNanos = nanos.getAsLong();
        this.nanos = nanos;
    }

    @Override
    public Instant instant() {
        return began.plusNanos(nanos.getAsLong() - beganNanos);
    }
}
