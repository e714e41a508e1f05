package dev.codeheals.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line an attempt (RFC 4180), newest heal first. A text that a spreadsheet would take for a formula is disarmed by an apostrophe.
final class CsvReport implements ReportWriter {
    static final List<String> COLUMNS = List.of("envelope_id", "heal_id", "created_at", "project", "attempt", "state", "error_code", "cluster_id",
            "severity", "exception_type", "message", "file", "line", "command", "source", "candidates_tried", "decision", "outcome", "decided_by",
            "confidence", "tier", "passed_before", "failed_before", "passed_after", "failed_after", "isolation", "duration_ms", "breaker_state",
            "model", "tokens_in", "tokens_out", "cost_usd", "reason", "fix_description", "fix_diff", "envelope_hash");

    @Override
    public void write(Report report, OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write(String.join(",", COLUMNS) + "\r\n");
        for (Report.Heal heal : report.heals()) {
            for (Report.Attempt attempt : heal.attempts()) {
                line(heal, attempt, out);
            }
        }
        out.flush();
    }

    private static void line(Report.Heal h, Report.Attempt a, Writer out) throws IOException {
        Report.Finding f = a.finding();
        Report.Evidence e = a.evidence();
        Report.Model m = a.model();
        cells(out, a.envelopeId(), h.healId(), a.at(), h.project(), a.number(), h.state().wireName(), f.errorCode(), f.clusterId(), f.severity(),
                f.exceptionType(), f.message(), f.file(), f.line(), h.command(), a.source(), a.candidatesTried(), a.decision(), a.outcome().wireName(),
                h.decidedBy(), a.confidence() == null ? null : String.format(Locale.ROOT, "%.4f", a.confidence().overall()), e.tier(), e.passedBefore(),
                e.failedBefore(), e.passedAfter(), e.failedAfter(), e.isolation(), a.duration().toMillis(), a.breakerState(),
                m == null ? null : m.provider() + "/" + m.name(), m == null ? null : m.tokensIn(), m == null ? null : m.tokensOut(),
                m == null ? null : m.cost(), a.reason(), a.description(), a.diff(), a.envelopeHash());
    }

    private static void cells(Writer out, @Nullable Object... values) throws IOException {
        String separator = "";
        for (Object value : values) {
            out.write(separator);
            out.write(value == null ? "" : value instanceof Number n ? n.toString() : quoted(value.toString()));
            separator = ",";
        }
        out.write("\r\n");
    }

    private static String quoted(String text) {
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
