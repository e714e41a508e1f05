package dev.codeheals.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.bench.BenchReport.Row;
import dev.codeheals.engine.score.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A bench report as text for people and as JSON for programs.
public final class BenchTable {
    private BenchTable() {}

    public static List<String> text(BenchReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-16s %5s %9s %8s %6s %8s %6s %7s %6s %10s %9s %8s", "family", "cases", "plausible", "correct", "first", "promoted", "wrong", "wrong %", "errors", "candidates",
                "median ms", "p90 ms"));
        report.families().forEach(row -> lines.add(line(row)));
        lines.add(line(report.all()));
        Calibration calibration = report.calibration();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "calibration over %d healed cases with a held-back check: ECE %.3f, Brier %.3f", calibration.count(),
                calibration.ece(), calibration.brier()));
        for (Calibration.Bin bin : calibration.bins()) {
            lines.add(String.format(Locale.ROOT, "  predicted %.2f  right %.2f  n %d", bin.predicted(), bin.observed(), bin.count()));
        }
        return lines;
    }

    private static String line(Row row) {
        return String.format(Locale.ROOT, "%-16s %5d %9s %8s %6s %8d %6d %7s %6d %10d %9d %8d", row.family(), row.cases(), percent(row.plausible(), row.cases()),
                percent(row.correct(), row.cases()), percent(row.first(), row.cases()), row.promoted(), row.wrong(), percent(row.wrong(), row.promoted()),
                row.errors(), row.candidates(), row.medianMs(), row.p90Ms());
    }

    private static String percent(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    public static String json(BenchReport report) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("all", row(report.all()));
        report.families().forEach(family -> node.withArray("families").add(row(family)));
        Calibration calibration = report.calibration();
        ObjectNode reliability = node.putObject("calibration").put("ece", calibration.ece()).put("brier", calibration.brier()).put("count", calibration.count());
        calibration.bins().forEach(bin -> reliability.withArray("bins").addObject().put("from", bin.from()).put("to", bin.to())
                .put("predicted", bin.predicted()).put("observed", bin.observed()).put("count", bin.count()));
        report.results().forEach(result -> node.withArray("cases").add(one(result)));
        return node.toString();
    }

    private static ObjectNode row(Row row) {
        return JsonNodeFactory.instance.objectNode().put("family", row.family()).put("cases", row.cases()).put("plausible", row.plausible())
                .put("checked", row.checked()).put("correct", row.correct()).put("first_patch_correct", row.first()).put("promoted", row.promoted())
                .put("wrong_promotions", row.wrong()).put("errors", row.errors()).put("candidates", row.candidates())
                .put("median_ms", row.medianMs()).put("p90_ms", row.p90Ms());
    }

    private static ObjectNode one(CaseResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", result.name()).put("family", result.family())
                .put("ending", result.ending().name().toLowerCase(Locale.ROOT));
        if (result.correct().isPresent()) {
            node.put("correct", result.correct().get());
        } else {
            node.putNull("correct");
        }
        node.put("confidence", result.confidence()).put("promoted", result.promoted()).put("candidates", result.candidates())
                .put("attempts", result.attempts()).put("model_calls", result.modelCalls()).put("duration_ms", result.millis())
                .put("message", result.message());
        result.steps().forEach(step -> node.withArray("steps").addObject().put("source", step.source()).put("error_code", step.errorCode())
                .put("evidence", step.evidence().name().toLowerCase(Locale.ROOT)).put("raw", step.raw()).put("confidence", step.confidence())
                .put("description", step.description()).put("why", step.why()));
        return node;
    }
}
