package dev.codeheals.engine.context;

import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.envelope.EnvelopeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What this week's attempts have in common, as text: failures nobody can heal, fixes that do not last, changes of the breaker.
public final class PatternInsights {
    /// The time looked back on.
    public static final Duration WEEK = Duration.ofDays(7);
    private static final int LARGEST = 1_500;
    private static final int MOST_OF_A_KIND = 3;
    private static final int STUCK_ATTEMPTS = 3;
    private static final int RETURNS = 2;
    private static final int SWINGS = 4;

    private PatternInsights() {}

    /// The text; empty where nothing stands out.
    ///
    /// @param newestFirst this week's attempts in the project
    public static String of(List<EnvelopeRow> newestFirst, BreakerSnapshot breaker, Instant now) {
        List<String> lines = new ArrayList<>();
        Map<String, Tally> clusters = tallies(newestFirst);
        stuck(clusters, lines);
        returning(clusters, lines);
        swinging(newestFirst, lines);
        breaker(breaker, now, lines);
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("This week in this project:\n");
        lines.forEach(line -> text.append("- ").append(Words.line(line, 240)).append('\n'));
        return Words.bounded(text.toString(), LARGEST);
    }

    private static void stuck(Map<String, Tally> clusters, List<String> lines) {
        clusters.entrySet().stream().filter(e -> e.getValue().healed == 0 && e.getValue().attempts >= STUCK_ATTEMPTS)
                .sorted(Comparator.comparingInt(e -> -e.getValue().attempts)).limit(MOST_OF_A_KIND)
                .forEach(e -> lines.add("Stuck: " + e.getKey() + " was tried " + Words.times(e.getValue().attempts) + " and never healed; what was tried last: "
                        + e.getValue().lastTry + "."));
    }

    private static void returning(Map<String, Tally> clusters, List<String> lines) {
        clusters.entrySet().stream().filter(e -> e.getValue().healed >= RETURNS)
                .sorted(Comparator.comparingInt(e -> -e.getValue().healed)).limit(MOST_OF_A_KIND)
                .forEach(e -> lines.add("Returning: " + e.getKey() + " was healed " + Words.times(e.getValue().healed) + " and came back each time."));
    }

    /// Two failures that take turns: each fix brings the other back.
    private static void swinging(List<EnvelopeRow> newestFirst, List<String> lines) {
        List<String> turns = new ArrayList<>();
        for (EnvelopeRow e : newestFirst.reversed()) {
            if (turns.isEmpty() || !turns.getLast().equals(e.clusterId())) {
                turns.add(e.clusterId());
            }
        }
        int from = turns.size() - SWINGS;
        if (from >= 0 && turns.get(from).equals(turns.get(from + 2)) && turns.get(from + 1).equals(turns.get(from + 3))) {
            lines.add("Oscillation: " + turns.get(from) + " and " + turns.get(from + 1) + " take turns; a fix of one brings the other back.");
        }
    }

    private static void breaker(BreakerSnapshot breaker, Instant now, List<String> lines) {
        List<BreakerChange> week = breaker.history().stream().filter(c -> c.at().isAfter(now.minus(WEEK))).toList();
        List<BreakerChange> opened = week.stream().filter(c -> c.to() == BreakerState.OPEN || c.to() == BreakerState.FORCED_OPEN).toList();
        if (!opened.isEmpty()) {
            lines.add("The breaker opened " + Words.times(opened.size()) + ", the last time because: " + opened.getLast().reason());
        }
        List<BreakerChange> closed = week.stream().filter(c -> c.to() == BreakerState.CLOSED).toList();
        if (!closed.isEmpty()) {
            lines.add("The breaker closed " + Words.times(closed.size()) + ", the last time because: " + closed.getLast().reason());
        }
    }

    private static Map<String, Tally> tallies(List<EnvelopeRow> newestFirst) {
        Map<String, Tally> clusters = new LinkedHashMap<>();
        for (EnvelopeRow e : newestFirst.reversed()) {
            clusters.computeIfAbsent(e.clusterId(), _ -> new Tally()).add(e);
        }
        return clusters;
    }

    private static final class Tally {
        private int attempts;
        private int healed;
        private String lastTry = "nothing";

        private void add(EnvelopeRow e) {
            attempts++;
            healed += Heals.healed(e) ? 1 : 0;
            lastTry = e.source();
        }
    }
}
