package dev.codeheals.engine.breaker;

import java.time.Duration;

/// The breaker's reasons in words.
final class Sentences {
    private Sentences() {}

    static String tripped(OutcomeWindow window) {
        return window.failures() + " of the last " + window.size() + " attempts failed (" + percent(window.failureRate()) + "); the limit is "
                + percent(window.threshold()) + trend(window.trend()) + ".";
    }

    static String relapsed(long failed, int probes) {
        return failed + " of " + probes + " probes failed, so the breaker opens again and waits longer.";
    }

    static String recovered(long healed, int probes) {
        return healed + " of " + probes + " probes healed, so healing goes on.";
    }

    static String refused(Duration remaining) {
        return "The breaker is open because too many attempts failed; it tries again in " + time(remaining) + ".";
    }

    /// Rounded up, so that nobody is told "0 s" while there is still a wait.
    static String time(Duration time) {
        long seconds = time.plusNanos(999_999_999).toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static String trend(double trend) {
        if (trend == 0) {
            return "";
        }
        return trend > 0 ? ", raised because confidence is rising" : ", lowered because confidence is falling";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
