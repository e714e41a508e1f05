package dev.codeheals.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.score.Calibration;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The report as one JSON object, as {@code report.schema.json} describes it.
final class JsonReport implements ReportWriter {
    static final int SCHEMA_VERSION = 1;

    @Override
    public void write(Report r, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeNumberField("schema_version", SCHEMA_VERSION);
        json.writeStringField("generated_at", r.generatedAt().toString());
        json.writeStringField("version", r.version());
        json.writeStringField("from", r.from() == null ? null : r.from().toString());
        json.writeStringField("until", r.until().toString());
        json.writeStringField("project", r.project().isEmpty() ? null : r.project());
        summary(r.summary(), json);
        counts(r, json);
        json.writeArrayFieldStart("heals");
        JsonHeal heals = new JsonHeal(json);
        for (Report.Heal heal : r.heals()) {
            heals.write(heal);
        }
        json.writeEndArray();
        knowledge(r.knowledge(), json);
        breakers(r, json);
        calibration(r.calibration(), json);
        integrity(r.integrity(), json);
        json.writeEndObject();
        json.flush();
    }

    private static void summary(Report.Summary s, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("heals", s.heals());
        json.writeNumberField("healed", s.healed());
        json.writeNumberField("success_rate", s.successRate());
        json.writeNumberField("waiting", s.waiting());
        json.writeNumberField("approved_by_person", s.approved());
        json.writeNumberField("applied_automatically", s.automatic());
        json.writeNumberField("rejected", s.rejected());
        json.writeNumberField("undone", s.undone());
        json.writeNumberField("attempts", s.attempts());
        json.writeNumberField("candidates_tried", s.candidates());
        json.writeNumberField("mean_time_to_heal_ms", s.meanTimeToHeal().toMillis());
        json.writeNumberField("median_time_to_heal_ms", s.medianTimeToHeal().toMillis());
        json.writeNumberField("without_model", s.withoutModel());
        json.writeNumberField("share_without_model", s.shareWithoutModel());
        json.writeNumberField("model_calls", s.modelCalls());
        json.writeNumberField("tokens_in", s.tokensIn());
        json.writeNumberField("tokens_out", s.tokensOut());
        json.writeNumberField("cost_usd", s.cost());
        json.writeNumberField("mean_confidence", s.meanConfidence());
        json.writeNumberField("confidence_trend", s.confidenceTrend());
        json.writeEndObject();
    }

    private static void counts(Report r, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("timeline");
        for (Metrics.Day d : r.days()) {
            json.writeStartObject();
            json.writeStringField("day", d.day().toString());
            json.writeNumberField("heals", d.heals());
            json.writeNumberField("healed", d.healed());
            json.writeNumberField("mean_confidence", d.meanConfidence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("families");
        for (Metrics.Family f : r.families()) {
            json.writeStartObject();
            json.writeStringField("family", f.family());
            json.writeNumberField("heals", f.heals());
            json.writeNumberField("healed", f.healed());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sources");
        for (Report.Source s : r.sources()) {
            json.writeStartObject();
            json.writeStringField("source", s.source());
            json.writeNumberField("attempts", s.attempts());
            json.writeNumberField("healed", s.healed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void knowledge(Report.Knowledge k, JsonGenerator json) throws IOException {
        KnowledgeStats s = k.stats();
        json.writeObjectFieldStart("knowledge");
        json.writeNumberField("total_patterns", s.totalPatterns());
        json.writeNumberField("total_successes", s.totalSuccesses());
        json.writeNumberField("gold_standard_count", s.goldStandardCount());
        json.writeNumberField("overall_avg_confidence", s.overallAvgConfidence());
        json.writeArrayFieldStart("growth");
        for (KnowledgeStats.Week week : s.growth()) {
            json.writeStartObject();
            json.writeStringField("monday", week.monday().toString());
            json.writeNumberField("patterns", week.patterns());
            json.writeNumberField("gold", week.gold());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("top_patterns");
        for (Report.Pattern p : k.top()) {
            json.writeStartObject();
            json.writeNumberField("id", p.id());
            json.writeStringField("cluster_id", p.clusterId());
            json.writeStringField("fix_description", p.description());
            json.writeNumberField("success_count", p.successes());
            json.writeNumberField("failure_count", p.failures());
            json.writeNumberField("avg_confidence", p.confidence());
            strings(json, "tags", p.tags());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void breakers(Report r, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("breakers");
        for (Report.BreakerLog log : r.breakers()) {
            json.writeStartObject();
            json.writeStringField("project", log.project());
            json.writeStringField("state", log.state());
            json.writeNumberField("failure_rate", log.failureRate());
            json.writeBooleanField("failure_rate_measured", log.measured());
            json.writeNumberField("threshold", log.threshold());
            json.writeArrayFieldStart("changes");
            for (Report.BreakerEntry c : log.changes()) {
                json.writeStartObject();
                json.writeStringField("at", c.at().toString());
                json.writeStringField("from", c.from());
                json.writeStringField("to", c.to());
                json.writeStringField("reason", c.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void calibration(Calibration c, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("calibration");
        json.writeNumberField("count", c.count());
        json.writeNumberField("ece", c.ece());
        json.writeNumberField("brier", c.brier());
        json.writeBooleanField("enough_history", c.enough());
        json.writeArrayFieldStart("bins");
        for (Calibration.Bin b : c.bins()) {
            json.writeStartObject();
            json.writeNumberField("from", b.from());
            json.writeNumberField("to", b.to());
            json.writeNumberField("predicted", b.predicted());
            json.writeNumberField("observed", b.observed());
            json.writeNumberField("count", b.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void integrity(Report.Integrity i, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("integrity");
        json.writeBooleanField("intact", i.intact());
        json.writeNumberField("envelopes_checked", i.envelopes());
        json.writeNumberField("decisions_checked", i.decisions());
        json.writeStringField("newest_envelope_hash", i.lastHash().isEmpty() ? null : i.lastHash());
        json.writeStringField("statement", i.statement());
        strings(json, "problems", i.problems());
        json.writeEndObject();
    }

    static void strings(JsonGenerator json, String field, List<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
