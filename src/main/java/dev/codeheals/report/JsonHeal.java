package dev.codeheals.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Heals as JSON.
record JsonHeal(JsonGenerator json) {

    void write(Report.Heal h) throws IOException {
        json.writeStartObject();
        json.writeStringField("heal_id", h.healId());
        json.writeStringField("project", h.project());
        json.writeStringField("at", h.at().toString());
        json.writeStringField("state", h.state().wireName());
        json.writeStringField("command", h.command());
        json.writeStringField("approved_by", switch (h.approval()) {
            case PERSON, PERSON_EDITED -> "person";
            case AUTOMATIC -> "automatic";
            case NOBODY -> null;
        });
        json.writeStringField("decided_by", h.decidedBy());
        json.writeNumberField("duration_ms", h.duration().toMillis());
        finding(h.finding());
        json.writeArrayFieldStart("attempts");
        for (Report.Attempt attempt : h.attempts()) {
            attempt(attempt);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void finding(Report.Finding f) throws IOException {
        json.writeObjectFieldStart("diagnosis");
        json.writeStringField("error_code", f.errorCode());
        json.writeStringField("family", f.family());
        json.writeStringField("cluster_id", f.clusterId());
        json.writeStringField("severity", f.severity());
        json.writeNumberField("difficulty", f.difficulty());
        json.writeStringField("exception_type", f.exceptionType());
        json.writeStringField("message", f.message());
        json.writeStringField("file", f.file());
        number("line", f.line());
        number("column", f.column());
        json.writeStringField("function", f.function());
        json.writeStringField("hint", f.hint());
        json.writeNumberField("confidence", f.confidence());
        json.writeStringField("rebanker_hash", f.hash());
        json.writeEndObject();
    }

    private void number(String name, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void attempt(Report.Attempt a) throws IOException {
        json.writeStartObject();
        json.writeStringField("envelope_id", a.envelopeId());
        json.writeNumberField("sequence", a.sequence());
        json.writeNumberField("attempt", a.number());
        json.writeStringField("created_at", a.at().toString());
        finding(a.finding());
        json.writeStringField("source", a.source());
        json.writeNumberField("candidates_tried", a.candidatesTried());
        json.writeStringField("fix_description", a.description());
        json.writeStringField("fix_diff", a.diff());
        json.writeBooleanField("fix_diff_exact", a.exact());
        evidence(a.evidence());
        confidence(a.confidence());
        json.writeStringField("decision", a.decision());
        json.writeStringField("reason", a.reason());
        json.writeStringField("breaker_state", a.breakerState());
        json.writeStringField("outcome", a.outcome().wireName());
        model(a.model());
        json.writeNumberField("duration_ms", a.duration().toMillis());
        json.writeStringField("envelope_hash", a.envelopeHash());
        json.writeArrayFieldStart("outcomes");
        for (Report.OutcomeEntry o : a.outcomes()) {
            json.writeStartObject();
            json.writeStringField("at", o.at().toString());
            json.writeStringField("outcome", o.outcome().wireName());
            json.writeStringField("reason", o.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void evidence(Report.Evidence e) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeStringField("tier", e.tier());
        json.writeStringField("summary", e.summary());
        json.writeNumberField("passed_before", e.passedBefore());
        json.writeNumberField("failed_before", e.failedBefore());
        json.writeNumberField("passed_after", e.passedAfter());
        json.writeNumberField("failed_after", e.failedAfter());
        json.writeNumberField("skipped_after", e.skippedAfter());
        JsonReport.strings(json, "tests_that_heal", e.testsThatHeal());
        json.writeStringField("isolation", e.isolation());
        json.writeNumberField("before_ms", e.before().toMillis());
        json.writeNumberField("after_ms", e.after().toMillis());
        JsonReport.strings(json, "probes", e.probes());
        json.writeEndObject();
    }

    private void confidence(Report.@Nullable Confidence c) throws IOException {
        if (c == null) {
            json.writeNullField("confidence");
            return;
        }
        json.writeObjectFieldStart("confidence");
        json.writeNumberField("overall", c.overall());
        json.writeNumberField("syntax", c.syntax());
        json.writeNumberField("semantic", c.semantic());
        json.writeNumberField("difficulty", c.difficulty());
        if (c.selfReported() == null) {
            json.writeNullField("self_reported");
        } else {
            json.writeNumberField("self_reported", c.selfReported());
        }
        json.writeNumberField("sample_size", c.sampleSize());
        json.writeStringField("why", c.why());
        json.writeEndObject();
    }

    private void model(Report.@Nullable Model m) throws IOException {
        if (m == null) {
            json.writeNullField("model");
            return;
        }
        json.writeObjectFieldStart("model");
        json.writeStringField("provider", m.provider());
        json.writeStringField("model", m.name());
        json.writeNumberField("tokens_in", m.tokensIn());
        json.writeNumberField("tokens_out", m.tokensOut());
        json.writeNumberField("cost_usd", m.cost());
        json.writeNumberField("latency_ms", m.latency().toMillis());
        json.writeEndObject();
    }
}
