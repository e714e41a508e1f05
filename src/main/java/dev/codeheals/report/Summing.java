package dev.codeheals.report;

import dev.codeheals.engine.context.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Adds heals up.
final class Summing {
    private final List<Report.Heal> heals;

    Summing(List<Report.Heal> heals) {
        this.heals = heals;
    }

    /// @param metrics the numbers that screens and status endpoints show too
    Report.Summary summary(Metrics metrics) {
        List<Report.Attempt> attempts = heals.stream().flatMap(h -> h.attempts().stream()).toList();
        List<Report.Model> models = attempts.stream().map(Report.Attempt::model).filter(Objects::nonNull).toList();
        return new Report.Summary(metrics.heals(), metrics.healed(), metrics.waiting(), approvals(Report.Approval.PERSON)
                + approvals(Report.Approval.PERSON_EDITED), approvals(Report.Approval.AUTOMATIC), states(Report.State.REJECTED), states(Report.State.UNDONE), metrics.attempts(),
                attempts.stream().mapToLong(Report.Attempt::candidatesTried).sum(), mean(), median(), metrics.withoutModel(),
                metrics.modelCalls(), models.stream().mapToLong(Report.Model::tokensIn).sum(),
                models.stream().mapToLong(Report.Model::tokensOut).sum(), models.stream().mapToDouble(Report.Model::cost).sum(),
                metrics.meanConfidence(), metrics.confidenceTrend());
    }

    private long states(Report.State state) {
        return heals.stream().filter(h -> h.state() == state).count();
    }

    private long approvals(Report.Approval approval) {
        return heals.stream().filter(h -> h.approval() == approval).count();
    }

    private List<Duration> times() {
        return heals.stream().filter(h -> h.state() == Report.State.HEALED || h.state() == Report.State.WAITING).map(Report.Heal::duration).sorted()
                .toList();
    }

    private Duration mean() {
        return Duration.ofMillis(Math.round(times().stream().mapToLong(Duration::toMillis).average().orElse(0)));
    }

    private Duration median() {
        List<Duration> times = times();
        return times.isEmpty() ? Duration.ZERO : times.get(times.size() / 2);
    }

    /// By kind of source, most attempts first.
    static List<Report.Source> bySource(List<Report.Heal> heals) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Report.Heal heal : heals) {
            for (Report.Attempt attempt : heal.attempts()) {
                long[] count = counts.computeIfAbsent(kind(attempt.source()), _ -> new long[2]);
                count[0]++;
                boolean healed = heal.state() == Report.State.HEALED || heal.state() == Report.State.WAITING;
                count[1] += healed && attempt.envelopeId().equals(heal.best().envelopeId()) ? 1 : 0;
            }
        }
        return counts.entrySet().stream().map(e -> new Report.Source(e.getKey(), e.getValue()[0], e.getValue()[1]))
                .sorted((a, b) -> Long.compare(b.attempts(), a.attempts())).toList();
    }

    /// The part before the colon: {@code rule}.
    private static String kind(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }
}
