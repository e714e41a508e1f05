package dev.codeheals.engine.breaker;

import java.time.Duration;

/// When a breaker trips, how long it stays open and how it tries again.
///
/// @param window    outcomes looked at
/// @param minimum   outcomes needed before a failure rate exists
/// @param base      failure rate that trips while confidence is steady
/// @param lowest    the same where confidence is falling fast
/// @param highest   the same where confidence is rising fast
/// @param firstWait after the first trip; doubled with each further one in a row
/// @param longestWait no wait is longer
/// @param probes    attempts admitted to find out whether healing works again
public record BreakerSettings(int window, int minimum, double base, double lowest, double highest, Duration firstWait, Duration longestWait,
                              int probes) {
    public static final BreakerSettings DEFAULT =
            new BreakerSettings(20, 5, 0.50, 0.35, 0.70, Duration.ofSeconds(30), Duration.ofMinutes(10), 2);

    public BreakerSettings {
        boolean ordered = 0 < lowest && lowest <= base && base <= highest && highest <= 1;
        boolean waits = firstWait.isPositive() && firstWait.compareTo(longestWait) <= 0;
        if (!ordered || !waits || minimum < 1 || minimum > window || probes < 1) {
            throw new IllegalArgumentException("These breaker settings contradict each other.");
        }
    }

    /// The wait after that many trips in a row.
    Duration waitAfter(int trips) {
        Duration wait = firstWait;
        for (int i = 1; i < trips && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }
}
