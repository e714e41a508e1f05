package dev.codeheals.engine.breaker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// The last outcomes and what they say.
final class OutcomeWindow {
    private static final int UNITS = 1000;

    private final BreakerSettings settings;
    private final Deque<AttemptOutcome> outcomes = new ArrayDeque<>();
    private int failures;
    private int added;

    OutcomeWindow(BreakerSettings settings) {
        this.settings = settings;
    }

    void add(AttemptOutcome outcome) {
        if (outcomes.size() == settings.window()) {
            failures -= outcomes.removeFirst().success() ? 0 : 1;
        }
        outcomes.addLast(outcome);
        added++;
        failures += outcome.success() ? 0 : 1;
    }

    void clear() {
        outcomes.clear();
        failures = 0;
    }

    List<AttemptOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /// How many outcomes were ever added.
    int added() {
        return added;
    }

    int size() {
        return outcomes.size();
    }

    int failures() {
        return failures;
    }

    double failureRate() {
        return outcomes.isEmpty() ? 0 : (double) failures / outcomes.size();
    }

    boolean trips() {
        return outcomes.size() >= settings.minimum() && failureRate() >= threshold();
    }

    /// Mean confidence of the newer half less that of the older half, -1 to 1.
    ///
    /// Counted in thousandths: a steady confidence gives exactly 0, so that 5 failures of 10 meet a threshold of 50 % whatever the confidence was.
    double trend() {
        int half = outcomes.size() / 2;
        if (outcomes.size() < settings.minimum() || half == 0) {
            return 0;
        }
        return (sum(outcomes.descendingIterator(), half) - sum(outcomes.iterator(), half)) / (double) (half * UNITS);
    }

    double threshold() {
        return Math.clamp(settings.base() + trend() / 2, settings.lowest(), settings.highest());
    }

    private static long sum(Iterator<AttemptOutcome> from, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.round(from.next().confidence() * UNITS);
        }
        return sum;
    }
}
