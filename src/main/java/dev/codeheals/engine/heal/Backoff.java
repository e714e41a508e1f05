package dev.codeheals.engine.heal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Growing waits with jitter: {@code min(cap, base·2^(n−1))·U(0.8, 1.2)} before try n + 1.
public record Backoff(Duration base, Duration cap) {
    public static final Backoff STANDARD = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20));
    private static final int LARGEST_SHIFT = 20;

    /// @param failures how many tries failed so far, from 1
    public Duration after(int failures, RandomGenerator random) {
        long grown = base.toMillis() << Math.min(LARGEST_SHIFT, Math.max(0, failures - 1));
        double jitter = 0.8 + 0.4 * random.nextDouble();
        return Duration.ofMillis(Math.round(Math.min(cap.toMillis(), grown) * jitter));
    }
}
