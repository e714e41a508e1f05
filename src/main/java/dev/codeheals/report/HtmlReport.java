package dev.codeheals.report;

import dev.codeheals.engine.knowledge.KnowledgeStats;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// One self-contained page. Its content policy allows no script but its own, so nothing quoted in it can ever run.
final class HtmlReport implements ReportWriter {

    @Override
    public void write(Report report, OutputStream stream) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        Markup out = new Markup(writer);
        try {
            head(report, out);
            summary(report, out);
            chart(Chart.HEALS_BY_DAY, report, out);
            chart(Chart.FAMILIES, report, out);
            sources(report, out);
            healTable(report, out);
            knowledge(report, out);
            breakers(report, out);
            chart(Chart.RELIABILITY, report, out);
            integrity(report, out);
            details(report, out);
            out.raw("</main><script>").raw(resource("report.js")).raw("</script></body></html>\n");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void head(Report report, Markup out) {
        out.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
        out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-"
                + sha256(resource("report.js")) + "'\">");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">");
        out.raw("<link rel=\"icon\" href=\"data:,\">").element("title", Words.title(report)).raw("<style>").raw(resource("report.css"))
                .raw("</style></head><body><header>");
        out.element("h1", Words.title(report)).raw("<p class=\"muted\">").text("Period: " + Words.period(report) + ". Made "
                + Words.at(report.generatedAt()) + " by codeheals " + report.version() + ".").raw("</p></header><main>");
    }

    private static void summary(Report report, Markup out) {
        Report.Summary s = report.summary();
        out.raw("<section><h2>Summary</h2><dl class=\"tiles\">");
        tile(out, "Success rate", Words.percent(s.successRate()), s.healed() + " of " + Words.number(s.heals()) + " heals");
        tile(out, "Time to heal", Words.time(s.medianTimeToHeal()), "median; mean " + Words.time(s.meanTimeToHeal()));
        tile(out, "Without a model", Words.percent(s.shareWithoutModel()), Words.number(s.withoutModel()) + " of " + Words.number(s.healed()) + " healed");
        tile(out, "Cost", Words.money(s.cost()), Words.number(s.modelCalls()) + " model calls, " + Words.number(s.tokensIn() + s.tokensOut()) + " tokens");
        tile(out, "Decided", Words.number(s.approved() + s.automatic()), s.approved() + " by a person, " + s.automatic() + " automatically; "
                + s.rejected() + " rejected, " + s.undone() + " undone, " + s.waiting() + " waiting");
        tile(out, "Attempts", Words.number(s.attempts()), Words.number(s.candidates()) + " candidates tried; mean confidence " + Words.two(s.meanConfidence()));
        out.raw("</dl></section>");
    }

    private static void tile(Markup out, String name, String value, String note) {
        out.raw("<div>").element("dt", name).raw("<dd>").element("strong", value).element("span", "muted", note).raw("</dd></div>");
    }

    private static void chart(Chart chart, Report report, Markup out) {
        if (!chart.hasData(report)) {
            return;
        }
        out.raw("<section>").element("h2", chart.title()).raw("<figure>");
        SvgCanvas.draw(chart, report, out);
        out.element("figcaption", "muted", chart.words(report)).raw("</figure></section>");
    }

    private static void sources(Report report, Markup out) {
        out.raw("<section><h2>Where fixes came from</h2>");
        table(out, List.of("Source", "Attempts", "Healed"), 1);
        report.sources().forEach(s -> out.raw("<tr>").element("td", s.source()).element("td", "n", String.valueOf(s.attempts()))
                .element("td", "n", String.valueOf(s.healed())).raw("</tr>"));
        out.raw("</tbody></table></section>");
    }

    private static void healTable(Report report, Markup out) {
        out.raw("<section><h2>Heals</h2>");
        if (report.heals().isEmpty()) {
            out.raw("<p>Nothing was healed in this period.</p></section>");
            return;
        }
        out.raw("<p class=\"screen\"><label>Filter <input id=\"filter\" type=\"search\" autocomplete=\"off\"></label></p>");
        table(out, List.of("When", "Failure", "Code", "Place", "Result", "Confidence", "Source", "Time"), 99);
        for (Report.Heal heal : report.heals()) {
            out.raw("<tr>").element("td", Words.at(heal.at())).raw("<td><a href=\"#h-").text(heal.healId()).raw("\">").text(heal.finding().title())
                    .raw("</a></td>").element("td", heal.finding().errorCode()).element("td", heal.finding().place())
                    .element("td", "state " + heal.state().wireName(), heal.state().words())
                    .element("td", "n", Words.confidence(heal.best().confidence())).element("td", heal.sources());
            out.raw("<td class=\"n\" data-sort=\"" + heal.duration().toMillis() + "\">").text(Words.time(heal.duration())).raw("</td></tr>");
        }
        out.raw("</tbody></table></section>");
    }

    /// @param numbers columns from this one on hold numbers
    private static void table(Markup out, List<String> columns, int numbers) {
        out.raw("<table class=\"sortable\"><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            out.raw(i >= numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").text(columns.get(i)).raw("</th>");
        }
        out.raw("</tr></thead><tbody>");
    }

    private static void knowledge(Report report, Markup out) {
        KnowledgeStats stats = report.knowledge().stats();
        out.raw("<section><h2>Knowledge</h2>").element("p", String.format("%,d patterns, %,d of them gold, held %,d times; average confidence %s.",
                stats.totalPatterns(), stats.goldStandardCount(), stats.totalSuccesses(), Words.two(stats.overallAvgConfidence())));
        table(out, List.of("Fix", "Failure", "Tags", "Held", "Failed", "Confidence"), 3);
        report.knowledge().top().forEach(p -> out.raw("<tr>").element("td", p.description()).element("td", p.clusterId())
                .element("td", String.join(", ", p.tags())).element("td", "n", String.valueOf(p.successes()))
                .element("td", "n", String.valueOf(p.failures())).element("td", "n", Words.two(p.confidence())).raw("</tr>"));
        out.raw("</tbody></table></section>");
        chart(Chart.GROWTH, report, out);
    }

    private static void breakers(Report report, Markup out) {
        out.raw("<section><h2>Circuit breaker</h2>");
        for (Report.BreakerLog log : report.breakers()) {
            out.element("h3", log.project()).element("p", breakerState(log));
            if (!log.changes().isEmpty()) {
                table(out, List.of("When", "From", "To", "Why"), 99);
                log.changes().forEach(c -> out.raw("<tr>").element("td", Words.at(c.at())).element("td", Words.plain(c.from()))
                        .element("td", Words.plain(c.to())).element("td", c.reason()).raw("</tr>"));
                out.raw("</tbody></table>");
            }
        }
        out.raw(report.breakers().isEmpty() ? "<p>It never had to act.</p></section>" : "</section>");
    }

    static String breakerState(Report.BreakerLog log) {
        String rate = log.measured() ? ", failure rate " + Words.percent(log.failureRate()) + " against a threshold of " + Words.percent(log.threshold())
                : ", too few outcomes for a rate";
        return "Now " + Words.plain(log.state()) + rate + (log.changes().isEmpty() ? ". No change in this period." : ".");
    }

    private static void integrity(Report report, Markup out) {
        Report.Integrity i = report.integrity();
        out.raw("<section><h2>Integrity</h2>").element("p", i.intact() ? "good" : "bad", i.statement());
        if (!i.problems().isEmpty()) {
            out.raw("<ul>");
            i.problems().forEach(p -> out.element("li", p));
            out.raw("</ul>");
        }
        out.raw("<p class=\"muted\">Newest record: <code>").text(i.lastHash().isEmpty() ? "none" : i.lastHash()).raw("</code></p></section>");
    }

    private static void details(Report report, Markup out) {
        if (!report.heals().isEmpty()) {
            out.raw("<section><h2>Each heal</h2>");
            report.heals().forEach(heal -> HtmlHeal.write(heal, out));
            out.raw("</section>");
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("/dev/codeheals/report/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
