package dev.codeheals.engine.breaker;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A breaker at one moment: enough to show it and to go on from it after a restart.
///
/// @param window      the last outcomes, oldest first
/// @param failureRate of the window; means nothing while {@link #measured} is false
/// @param threshold   the rate that trips now
/// @param trend       -1 (confidence falling) to 1 (rising)
/// @param measured    whether the window holds enough outcomes for a rate
/// @param waitTime     how long the breaker stays open in all; zero unless open
/// @param remaining   what was left of that at {@code at}
/// @param openCount   openings since it was last closed
/// @param probes      outcomes of probes so far; empty unless half open
/// @param reason      of the last change; empty if there was none
/// @param at          wall time of this snapshot
/// @param history     the last changes, oldest first
public record BreakerSnapshot(BreakerState state, List<AttemptOutcome> window, double failureRate, double threshold, double trend,
                              boolean measured, Duration waitTime, Duration remaining, int openCount, List<AttemptOutcome> probes, String reason,
                              Instant at, List<BreakerChange> history) {
    public BreakerSnapshot {
        window = List.copyOf(window);
        probes = List.copyOf(probes);
        history = List.copyOf(history);
    }

    /// A breaker that stands still for a reason other than its outcomes, until a person resets it.
    public static BreakerSnapshot stopped(String reason, Instant at) {
        return new BreakerSnapshot(BreakerState.FORCED_OPEN, List.of(), 0, 0, 0, false, Duration.ZERO, Duration.ZERO, 0, List.of(), reason, at,
                List.of(new BreakerChange(at, BreakerState.CLOSED, BreakerState.FORCED_OPEN, reason)));
    }

    /// The window by family, in order of first appearance.
    public Map<String, FamilyRate> families() {
        Map<String, FamilyRate> rates = new LinkedHashMap<>();
        for (AttemptOutcome outcome : window) {
            rates.merge(outcome.family(), new FamilyRate(1, outcome.success() ? 0 : 1), FamilyRate::plus);
        }
        return rates;
    }

    /// Whether both tell of the same outcomes and changes, whenever they were taken.
    boolean tellsTheSameAs(BreakerSnapshot other) {
        return state == other.state && openCount == other.openCount && window.equals(other.window) && probes.equals(other.probes)
                && history.equals(other.history);
    }

    /// One family's share of the window.
    public record FamilyRate(int attempts, int failures) {
        public double failureRate() {
            return (double) failures / attempts;
        }

        private FamilyRate plus(FamilyRate other) {
            return new FamilyRate(attempts + other.attempts, failures + other.failures);
        }
    }
}
