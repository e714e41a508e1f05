package dev.codeheals.engine.envelope;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes UUIDv7 identifiers (RFC 9562) that sort in the order they were made, also within one millisecond and when the clock steps back.
public final class Ids {
    private static final int COUNTER_BITS = 12;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastStamp;

    public Ids(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// The next identifier, lower case with dashes.
    public String next() {
        long stamp = nextStamp();
        long high = (stamp >>> COUNTER_BITS << 16) | 0x7000L | (stamp & 0xFFF);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    // Milliseconds and a 12-bit counter as one number: a full counter borrows from the next millisecond instead of repeating itself.
    private synchronized long nextStamp() {
        lastStamp = Math.max(clock.millis() << COUNTER_BITS, lastStamp + 1);
        return lastStamp;
    }
}
