package dev.codeheals.report.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.envelope.EnvelopeJson;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.OutcomeChange;
import dev.codeheals.engine.envelope.RecentEnvelopes;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answers of the status server.
final class StatusJson {
    private static final int ROWS = 200;

    private final StatusSources sources;

    StatusJson(StatusSources sources) {
        this.sources = sources;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode metrics() {
        Metrics m = sources.metrics().measure(MetricsQuery.all());
        Map<String, BreakerSnapshot> breakers = breakers();
        ObjectNode node = object();
        node.put("success_rate", m.successRate()).put("heals", m.heals()).put("healed", m.healed()).put("attempts", m.attempts());
        node.put("attempts_per_heal", m.attemptsPerHeal()).put("mean_time_to_heal_ms", m.meanTimeToHeal().toMillis());
        node.put("share_without_model", m.shareWithoutModel()).put("model_calls", m.modelCalls()).put("waiting", m.waiting());
        node.put("breaker_state", breakers.values().stream().findFirst().map(b -> b.state().name()).orElse("CLOSED"));
        node.put("mean_confidence", m.meanConfidence()).put("confidence_trend", m.confidenceTrend());
        ArrayNode list = node.putArray("breakers");
        breakers.forEach((project, b) -> list.addObject().put("project", project).put("state", b.state().name()).put("failure_rate", b.failureRate())
                .put("failure_rate_measured", b.measured()).put("threshold", b.threshold()).put("reason", b.reason()));
        ArrayNode days = node.putArray("days");
        m.days().forEach(d -> days.addObject().put("day", d.day().toString()).put("heals", d.heals()).put("healed", d.healed())
                .put("mean_confidence", d.meanConfidence()));
        ArrayNode families = node.putArray("families");
        m.families().forEach(f -> families.addObject().put("family", f.family()).put("heals", f.heals()).put("healed", f.healed()));
        return node;
    }

    /// By project, the one healed last first.
    private Map<String, BreakerSnapshot> breakers() {
        Map<String, BreakerSnapshot> found = new LinkedHashMap<>();
        List<EnvelopeRow> rows = sources.journal().rows(Instant.EPOCH, null, ROWS);
        rows.stream().map(EnvelopeRow::project).distinct().forEach(project -> {
            Optional<BreakerSnapshot> snapshot = sources.breakers().apply(project);
            snapshot.ifPresent(s -> found.put(project, s));
        });
        return found;
    }

    ArrayNode latest() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        sources.journal().latest(RecentEnvelopes.CAPACITY).forEach(e -> list.add(EnvelopeJson.write(e)));
        return list;
    }

    ObjectNode knowledge() {
        KnowledgeStats s = sources.knowledge().stats();
        ObjectNode node = object();
        node.put("total_patterns", s.totalPatterns()).put("total_successes", s.totalSuccesses()).put("gold_standard_count", s.goldStandardCount());
        node.put("overall_avg_confidence", s.overallAvgConfidence());
        ArrayNode growth = node.putArray("growth");
        s.growth().forEach(w -> growth.addObject().put("week", w.monday().toString()).put("patterns", w.patterns()).put("gold", w.gold()));
        ObjectNode families = node.putObject("by_family");
        s.byFamily().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> families.put(e.getKey(), e.getValue()));
        return node;
    }

    static ObjectNode outcome(OutcomeChange change) {
        return object().put("envelope_id", change.envelopeId()).put("outcome", change.outcome().wireName()).put("reason", change.reason())
                .put("at", change.at().toString());
    }

    static ObjectNode index() {
        ObjectNode node = object();
        node.putArray("read").add("/status/metrics").add("/envelopes/latest").add("/knowledge/stats").add("/events");
        node.putArray("change").add("POST /envelopes/{id}/approve").add("POST /envelopes/{id}/reject").add("POST /undo");
        return node;
    }
}
