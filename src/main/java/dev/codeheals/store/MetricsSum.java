package dev.codeheals.store;

import dev.codeheals.engine.context.Metrics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds attempts up, oldest first.
final class MetricsSum {
    private static final long DAY = 86_400_000;

    private final Map<String, Heal> heals = new LinkedHashMap<>();
    private final List<Double> scored = new ArrayList<>();
    private final TreeMap<Long, double[]> confidenceByDay = new TreeMap<>();
    private long attempts;
    private long modelCalls;
    private long waiting;

    /// @param confidence NaN where nothing was verified
    record Attempt(String heal, long at, String errorCode, String source, double confidence, boolean healed, boolean waiting, long millis) {
        boolean model() {
            return source.startsWith("model");
        }

        String family() {
            int dot = errorCode.indexOf('.');
            return dot < 0 ? errorCode : errorCode.substring(0, dot);
        }
    }

    private static final class Heal {
        private final String family;
        private final long day;
        private long millis;
        private boolean healed;
        private boolean byModel;
        private boolean byPattern;

        private Heal(Attempt first) {
            family = first.family();
            day = first.at() / DAY;
        }
    }

    void add(Attempt attempt) {
        attempts++;
        modelCalls += attempt.model() ? 1 : 0;
        waiting += attempt.waiting() ? 1 : 0;
        Heal heal = heals.computeIfAbsent(attempt.heal(), _ -> new Heal(attempt));
        heal.millis += attempt.millis();
        if (attempt.healed()) {
            heal.healed = true;
            heal.byModel = attempt.model();
            heal.byPattern = attempt.source().startsWith("pattern");
        }
        if (!Double.isNaN(attempt.confidence())) {
            scored.add(attempt.confidence());
            double[] day = confidenceByDay.computeIfAbsent(attempt.at() / DAY, _ -> new double[2]);
            day[0] += attempt.confidence();
            day[1]++;
        }
    }

    Metrics result() {
        List<Heal> healed = heals.values().stream().filter(h -> h.healed).toList();
        double meanMillis = healed.stream().mapToLong(h -> h.millis).average().orElse(0);
        int half = scored.size() / 2;
        double trend = half == 0 ? 0 : mean(scored.subList(scored.size() - half, scored.size())) - mean(scored.subList(0, half));
        return new Metrics(heals.size(), healed.size(), attempts, heals.isEmpty() ? 0 : (double) attempts / heals.size(),
                Duration.ofMillis(Math.round(meanMillis)), healed.stream().filter(h -> !h.byModel).count(), modelCalls, waiting, trend, mean(scored),
                days(), families());
    }

    private static Duration mean(double[] sumAndCount) {
        return Duration.ofMillis(Math.round(sumAndCount[1] == 0 ? 0 : sumAndCount[0] / sumAndCount[1]));
    }

    /// Sum and count of the times to heal by day.
    private Map<Long, double[]> times(boolean byPattern) {
        Map<Long, double[]> times = new HashMap<>();
        heals.values().stream().filter(h -> h.healed && h.byPattern == byPattern).forEach(heal -> {
            double[] day = times.computeIfAbsent(heal.day, _ -> new double[2]);
            day[0] += heal.millis;
            day[1]++;
        });
        return times;
    }

    private List<Metrics.Day> days() {
        Map<Long, double[]> byPattern = times(true);
        Map<Long, double[]> otherwise = times(false);
        TreeMap<Long, long[]> days = new TreeMap<>();
        for (Heal heal : heals.values()) {
            long[] day = days.computeIfAbsent(heal.day, _ -> new long[2]);
            day[0]++;
            day[1] += heal.healed ? 1 : 0;
        }
        return days.entrySet().stream().map(e -> {
            double[] confidence = confidenceByDay.getOrDefault(e.getKey(), new double[2]);
            return new Metrics.Day(LocalDate.ofEpochDay(e.getKey()), e.getValue()[0], e.getValue()[1],
                    confidence[1] == 0 ? 0 : confidence[0] / confidence[1],
                    mean(byPattern.getOrDefault(e.getKey(), new double[2])), mean(otherwise.getOrDefault(e.getKey(), new double[2])));
        }).toList();
    }

    private List<Metrics.Family> families() {
        Map<String, long[]> families = new TreeMap<>();
        for (Heal heal : heals.values()) {
            long[] family = families.computeIfAbsent(heal.family, _ -> new long[2]);
            family[0]++;
            family[1] += heal.healed ? 1 : 0;
        }
        return families.entrySet().stream().map(e -> new Metrics.Family(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .sorted(Comparator.comparingLong((Metrics.Family f) -> -f.heals())).toList();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
