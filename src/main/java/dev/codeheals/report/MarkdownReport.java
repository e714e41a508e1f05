package dev.codeheals.report;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The report as Markdown: what is quoted in it is escaped, diffs stand in fences that nothing in them can close.
final class MarkdownReport implements ReportWriter {

    @Override
    public void write(Report report, OutputStream stream) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        out.write("# " + plain(Words.title(report)) + "\n\n" + plain("Period: " + Words.period(report) + ". Made " + Words.at(report.generatedAt())
                + " by codeheals " + report.version() + ".") + "\n\n");
        summary(report.summary(), out);
        counts(report, out);
        heals(report, out);
        knowledge(report, out);
        breakers(report, out);
        out.write("## Calibration\n\n" + (Chart.RELIABILITY.hasData(report) ? Chart.RELIABILITY.words(report) : "No fix has been judged yet.") + "\n\n");
        integrity(report.integrity(), out);
        if (!report.heals().isEmpty()) {
            out.write("## Each heal\n\n");
        }
        for (Report.Heal heal : report.heals()) {
            heal(heal, out);
        }
        out.flush();
    }

    private static void summary(Report.Summary s, Writer out) throws IOException {
        out.write("## Summary\n\n");
        row(out, "What", "Figure");
        row(out, "---", "---");
        row(out, "Success rate", Words.percent(s.successRate()) + " (" + s.healed() + " of " + s.heals() + " heals)");
        row(out, "Time to heal", "median " + Words.time(s.medianTimeToHeal()) + ", mean " + Words.time(s.meanTimeToHeal()));
        row(out, "Without a model", Words.percent(s.shareWithoutModel()) + " (" + s.withoutModel() + " of " + s.healed() + ")");
        row(out, "Cost", Words.money(s.cost()) + ", " + s.modelCalls() + " model calls, " + (s.tokensIn() + s.tokensOut()) + " tokens");
        row(out, "Approved", s.approved() + " by a person, " + s.automatic() + " automatically");
        row(out, "Not taken", s.rejected() + " rejected, " + s.undone() + " undone, " + s.waiting() + " waiting");
        row(out, "Attempts", s.attempts() + ", " + s.candidates() + " candidates tried");
        row(out, "Confidence", "mean " + Words.two(s.meanConfidence()) + ", trend " + Words.two(s.confidenceTrend()));
        out.write("\n");
    }

    private static void counts(Report report, Writer out) throws IOException {
        out.write("## Failures by family\n\n");
        row(out, "Family", "Heals", "Healed");
        row(out, "---", "---:", "---:");
        for (Metrics.Family f : report.families()) {
            row(out, f.family(), String.valueOf(f.heals()), String.valueOf(f.healed()));
        }
        out.write("\n## Where fixes came from\n\n");
        row(out, "Source", "Attempts", "Healed");
        row(out, "---", "---:", "---:");
        for (Report.Source s : report.sources()) {
            row(out, s.source(), String.valueOf(s.attempts()), String.valueOf(s.healed()));
        }
        out.write("\n## Over time\n\n");
        row(out, "Day", "Heals", "Healed", "Mean confidence");
        row(out, "---", "---:", "---:", "---:");
        for (Metrics.Day d : report.days()) {
            row(out, d.day().toString(), String.valueOf(d.heals()), String.valueOf(d.healed()), Words.two(d.meanConfidence()));
        }
        out.write("\n");
    }

    private static void heals(Report report, Writer out) throws IOException {
        out.write("## Heals\n\n");
        row(out, "When", "Failure", "Code", "Place", "Result", "Confidence", "Source", "Time");
        row(out, "---", "---", "---", "---", "---", "---:", "---", "---:");
        for (Report.Heal h : report.heals()) {
            row(out, Words.at(h.at()), h.finding().title(), h.finding().errorCode(), h.finding().place(), h.state().words(),
                    Words.confidence(h.best().confidence()), h.sources(), Words.time(h.duration()));
        }
        out.write("\n");
    }

    private static void knowledge(Report report, Writer out) throws IOException {
        KnowledgeStats stats = report.knowledge().stats();
        out.write("## Knowledge\n\n" + stats.totalPatterns() + " patterns, " + stats.goldStandardCount() + " of them gold, held "
                + stats.totalSuccesses() + " times.\n\n");
        row(out, "Week of", "Patterns", "Gold");
        row(out, "---", "---:", "---:");
        for (KnowledgeStats.Week week : stats.growth()) {
            row(out, week.monday().toString(), String.valueOf(week.patterns()), String.valueOf(week.gold()));
        }
        out.write("\n");
        row(out, "Fix", "Failure", "Tags", "Held", "Failed", "Confidence");
        row(out, "---", "---", "---", "---:", "---:", "---:");
        for (Report.Pattern p : report.knowledge().top()) {
            row(out, p.description(), p.clusterId(), String.join(", ", p.tags()), String.valueOf(p.successes()), String.valueOf(p.failures()),
                    Words.two(p.confidence()));
        }
        out.write("\n");
    }

    private static void breakers(Report report, Writer out) throws IOException {
        out.write("## Circuit breaker\n\n");
        for (Report.BreakerLog log : report.breakers()) {
            out.write("**" + plain(log.project()) + "**: " + plain(HtmlReport.breakerState(log)) + "\n\n");
            for (Report.BreakerEntry c : log.changes()) {
                out.write("- " + plain(Words.at(c.at()) + ": " + Words.plain(c.from()) + " to " + Words.plain(c.to()) + ". " + c.reason()) + "\n");
            }
            out.write(log.changes().isEmpty() ? "" : "\n");
        }
    }

    private static void integrity(Report.Integrity i, Writer out) throws IOException {
        out.write("## Integrity\n\n" + plain(i.statement()) + "\n\n");
        for (String problem : i.problems()) {
            out.write("- " + plain(problem) + "\n");
        }
        out.write("Newest record: `" + i.lastHash() + "`\n\n");
    }

    private static void heal(Report.Heal h, Writer out) throws IOException {
        Report.Finding f = h.finding();
        out.write("### " + plain(f.title()) + "\n\n" + plain(h.state().words() + ", " + Words.at(h.at()) + ", " + h.project() + ", " + f.clusterId() + ", "
                + f.place()) + "\n\n" + plain(f.hint()) + "\n\n" + plain(h.decidedBy()) + " Command: " + plain(h.command()) + "\n\n");
        for (Report.Attempt a : h.attempts()) {
            out.write("**Attempt " + a.number() + ", " + plain(a.source()) + "**: " + plain(a.description() + ". " + Words.plain(a.decision()) + ": "
                    + a.reason()) + "\n\n");
            List<String> facts = List.of(Words.next(a, f).isEmpty() ? "" : "next failure: " + Words.next(a, f), Words.plain(a.evidence().tier()) + ": " + a.evidence().summary(), Words.tests(a.evidence()),
                    a.confidence() == null ? "" : "confidence " + Words.two(a.confidence().overall()) + ": " + a.confidence().why());
            for (String fact : facts) {
                out.write(fact.isBlank() ? "" : "- " + plain(fact) + "\n");
            }
            if (!a.diff().isBlank()) {
                String fence = fence(a.diff());
                out.write("\n" + fence + "diff\n" + a.diff().stripTrailing() + "\n" + fence + "\n");
            }
            out.write("\n");
        }
    }

    private static String fence(String content) {
        String fence = "```";
        while (content.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    private static void row(Writer out, String... cells) throws IOException {
        for (String cell : cells) {
            out.write("| " + (cell.matches("-{3}:?") ? cell : plain(cell)) + " ");
        }
        out.write("|\n");
    }

    /// One line of text in which no character means anything to Markdown or HTML.
    static String plain(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                safe.append(' ');
            } else if (Markup.hidden(c)) {
                safe.append(String.format("⟨U+%04X⟩", (int) c));
            } else {
                safe.append("\\`*_[]<>|#~&!".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return safe.toString().strip();
    }
}
