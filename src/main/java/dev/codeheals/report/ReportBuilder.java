package dev.codeheals.report;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.OutcomeChange;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.score.Calibration;
import dev.codeheals.engine.score.JudgedFix;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers a report from the stores.
final class ReportBuilder {
    private static final int TOP_PATTERNS = 20;
    private static final int PATTERNS_LOOKED_AT = 500;

    private final ReportSources sources;
    private final String version;
    private final Map<String, CleanText> texts = new LinkedHashMap<>();

    ReportBuilder(ReportSources sources, String version) {
        this.sources = sources;
        this.version = version;
    }

    /// @param from    null for everything
    /// @param project the project's absolute path; null for all
    Report build(@Nullable Instant from, Instant until, @Nullable String project) {
        Report.Integrity integrity = sources.integrity().get();
        Instant start = from == null ? Instant.EPOCH : from;
        List<Envelope> envelopes = sources.journal().since(start, project, Integer.MAX_VALUE);
        Metrics metrics = sources.metrics().measure(new MetricsQuery(start, MetricsQuery.all().until(), project));
        Map<String, List<OutcomeChange>> changes = new LinkedHashMap<>();
        sources.decisions().about(start, project).forEach(c -> changes.computeIfAbsent(c.envelopeId(), _ -> new ArrayList<>()).add(c));
        List<Report.Heal> heals = heals(envelopes, changes);
        Set<String> projects = new LinkedHashSet<>();
        envelopes.forEach(e -> projects.add(e.project()));
        return new Report(until, version, from, until, project == null ? "" : name(project), new Summing(heals).summary(metrics),
                metrics.days(), metrics.families(), Summing.bySource(heals), heals, knowledge(), breakers(projects, start), calibration(start, project), integrity);
    }

    private List<Report.Heal> heals(List<Envelope> newestFirst, Map<String, List<OutcomeChange>> changes) {
        Map<String, List<Envelope>> byHeal = new LinkedHashMap<>();
        newestFirst.forEach(e -> byHeal.computeIfAbsent(e.healId(), _ -> new ArrayList<>()).addFirst(e));
        return byHeal.values().stream().map(attempts -> HealEntry.of(attempts, changes, text(attempts.getFirst().project()))).toList();
    }

    private CleanText text(String project) {
        return texts.computeIfAbsent(project, p -> new CleanText(sources.redactions().apply(Path.of(p)), p));
    }

    private Report.Knowledge knowledge() {
        List<Report.Pattern> top = sources.knowledge().search("", 0, PATTERNS_LOOKED_AT).stream()
                .sorted(Comparator.comparingInt(SuccessPattern::successCount).reversed()).limit(TOP_PATTERNS)
                .map(p -> new Report.Pattern(p.id(), text(p.project()).of(p.clusterId()), text(p.project()).of(p.fixDescription()), p.successCount(),
                        p.failureCount(), p.avgConfidence(), p.tags().stream().sorted().toList())).toList();
        return new Report.Knowledge(sources.knowledge().stats(), top);
    }

    private List<Report.BreakerLog> breakers(Set<String> projects, Instant from) {
        Map<String, Report.BreakerLog> logs = new TreeMap<>();
        for (String project : projects) {
            sources.breakers().apply(project).ifPresent(s -> logs.put(project, log(project, s, from)));
        }
        return List.copyOf(logs.values());
    }

    private Report.BreakerLog log(String project, BreakerSnapshot s, Instant from) {
        CleanText text = text(project);
        return new Report.BreakerLog(name(project), s.state().name(), s.measured(), s.failureRate(), s.threshold(),
                s.history().stream().filter(c -> !c.at().isBefore(from))
                        .map(c -> new Report.BreakerEntry(c.at(), c.from().name(), c.to().name(), text.of(c.reason()))).toList());
    }

    private Calibration calibration(Instant from, @Nullable String project) {
        List<JudgedFix> judged = sources.outcomes().all().stream()
                .filter(f -> !f.at().isBefore(from) && (project == null || f.project().equals(project))).toList();
        return Calibration.ofFixes(judged);
    }

    /// What a project is called where its place must not be told.
    static String name(String project) {
        Path last = Path.of(project).getFileName();
        return last == null ? "project" : last.toString();
    }
}
