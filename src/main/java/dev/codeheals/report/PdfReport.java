package dev.codeheals.report;

import dev.codeheals.engine.knowledge.KnowledgeStats;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/// The same report on A4 pages with embedded fonts and page numbers.
///
/// All heals are listed; the newest are described in full. Thousands of pages would serve nobody: the other formats describe all of them.
final class PdfReport implements ReportWriter {
    static final int DESCRIBED = 500;
    private static final Color ADDED = new Color(0xe6ffec);
    private static final Color REMOVED = new Color(0xffebe9);

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            information(report, document.getDocumentInformation());
            try (PdfPages pages = new PdfPages(document)) {
                pages.heading(Words.title(report), 1);
                pages.paragraph("Period: " + Words.period(report) + ". Made " + Words.at(report.generatedAt()) + " by codeheals " + report.version()
                        + ".", PdfPages.MUTED);
                summary(report.summary(), pages);
                chart(Chart.HEALS_BY_DAY, report, pages);
                chart(Chart.FAMILIES, report, pages);
                sources(report, pages);
                knowledge(report, pages);
                breakers(report, pages);
                chart(Chart.RELIABILITY, report, pages);
                integrity(report.integrity(), pages);
                heals(report, pages);
                pages.number(Words.title(report));
            }
            document.save(out);
        }
    }

    private static void information(Report report, PDDocumentInformation information) {
        information.setTitle(Words.title(report));
        information.setCreator("codeheals " + report.version());
        GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        made.setTimeInMillis(report.generatedAt().toEpochMilli());
        information.setCreationDate(made);
    }

    private static void summary(Report.Summary s, PdfPages pages) throws IOException {
        pages.heading("Summary", 2);
        pages.fact("Success rate", Words.percent(s.successRate()) + " (" + Words.number(s.healed()) + " of " + Words.number(s.heals()) + " heals)");
        pages.fact("Time to heal", "median " + Words.time(s.medianTimeToHeal()) + ", mean " + Words.time(s.meanTimeToHeal()));
        pages.fact("Without a model", Words.percent(s.shareWithoutModel()) + " (" + Words.number(s.withoutModel()) + " of " + Words.number(s.healed()) + ")");
        pages.fact("Cost", Words.money(s.cost()) + ", " + s.modelCalls() + " model calls, " + Words.number(s.tokensIn() + s.tokensOut()) + " tokens");
        pages.fact("Decided", s.approved() + " approved by a person, " + s.automatic() + " applied automatically, " + s.rejected() + " rejected, "
                + s.undone() + " undone, " + s.waiting() + " waiting");
        pages.fact("Attempts", Words.number(s.attempts()) + ", " + Words.number(s.candidates()) + " candidates tried, mean confidence "
                + Words.two(s.meanConfidence()));
    }

    private static void chart(Chart chart, Report report, PdfPages pages) throws IOException {
        if (chart.hasData(report)) {
            pages.chart(chart, report);
        }
    }

    private static void sources(Report report, PdfPages pages) throws IOException {
        pages.heading("Where fixes came from", 2);
        for (Report.Source s : report.sources()) {
            pages.fact(s.source(), Words.number(s.attempts()) + " attempts, " + Words.number(s.healed()) + " healed");
        }
    }

    private static void knowledge(Report report, PdfPages pages) throws IOException {
        KnowledgeStats stats = report.knowledge().stats();
        pages.heading("Knowledge", 2);
        pages.paragraph(stats.totalPatterns() + " patterns, " + stats.goldStandardCount() + " of them gold, held " + stats.totalSuccesses()
                + " times; average confidence " + Words.two(stats.overallAvgConfidence()) + ".", PdfPages.INK);
        if (!report.knowledge().top().isEmpty()) {
            patternRow(pages, true, "Fix", "Failure", "Held", "Failed", "Confidence");
        }
        for (Report.Pattern p : report.knowledge().top()) {
            patternRow(pages, false, p.description(), p.clusterId(), String.valueOf(p.successes()), String.valueOf(p.failures()), Words.two(p.confidence()));
        }
        chart(Chart.GROWTH, report, pages);
    }

    private static void patternRow(PdfPages pages, boolean head, String fix, String failure, String held, String failed, String confidence)
            throws IOException {
        pages.row(List.of(new PdfPages.Cell(fix, 0.4f), new PdfPages.Cell(failure, 0.33f), new PdfPages.Cell(held, 0.08f),
                new PdfPages.Cell(failed, 0.08f), new PdfPages.Cell(confidence, 0.11f)), head);
    }

    private static void breakers(Report report, PdfPages pages) throws IOException {
        pages.heading("Circuit breaker", 2);
        if (report.breakers().isEmpty()) {
            pages.paragraph("It never had to act.", PdfPages.INK);
        }
        for (Report.BreakerLog log : report.breakers()) {
            pages.paragraph(log.project() + ": " + HtmlReport.breakerState(log), PdfPages.INK);
            for (Report.BreakerEntry c : log.changes()) {
                pages.fact(Words.at(c.at()).substring(0, 10), Words.plain(c.from()) + " to " + Words.plain(c.to()) + ": " + c.reason());
            }
        }
    }

    private static void integrity(Report.Integrity i, PdfPages pages) throws IOException {
        pages.heading("Integrity", 2);
        pages.paragraph(i.statement(), PdfPages.INK);
        for (String problem : i.problems()) {
            pages.paragraph("– " + problem, PdfPages.INK);
        }
        pages.code("Newest record: " + (i.lastHash().isEmpty() ? "none" : i.lastHash()), PdfPages.MUTED, null);
    }

    private static void heals(Report report, PdfPages pages) throws IOException {
        pages.heading("Heals", 2);
        if (report.heals().isEmpty()) {
            pages.paragraph("Nothing was healed in this period.", PdfPages.INK);
            return;
        }
        healRow(pages, true, "When", "Failure", "Place", "Result", "Conf.", "Source");
        for (Report.Heal h : report.heals()) {
            healRow(pages, false, Words.at(h.at()), h.finding().title(), h.finding().place(), h.state().words(), Words.confidence(h.best().confidence()),
                    h.sources());
        }
        pages.heading("Each heal", 2);
        if (report.heals().size() > DESCRIBED) {
            pages.paragraph("The newest " + DESCRIBED + " of " + Words.number(report.heals().size())
                    + " are described; HTML, Markdown, JSON and CSV describe all.", PdfPages.MUTED);
        }
        for (Report.Heal heal : report.heals().subList(0, Math.min(DESCRIBED, report.heals().size()))) {
            heal(heal, pages);
        }
    }

    private static void healRow(PdfPages pages, boolean head, String when, String failure, String place, String result, String confidence,
                                String source) throws IOException {
        pages.row(List.of(new PdfPages.Cell(when, 0.18f), new PdfPages.Cell(failure, 0.31f), new PdfPages.Cell(place, 0.17f),
                new PdfPages.Cell(result, 0.1f), new PdfPages.Cell(confidence, 0.07f), new PdfPages.Cell(source, 0.17f)), head);
    }

    private static void heal(Report.Heal h, PdfPages pages) throws IOException {
        Report.Finding f = h.finding();
        pages.heading(f.title(), 3);
        pages.fact("Result", h.state().words() + ", " + Words.at(h.at()) + ", " + h.project());
        pages.fact("Diagnosis", f.clusterId() + ", " + Words.plain(f.severity()) + ", " + f.place());
        pages.fact("Advice", f.hint());
        pages.fact("Command", h.command());
        pages.fact("Decided", h.decidedBy());
        for (Report.Attempt a : h.attempts()) {
            pages.fact("Attempt " + a.number(), a.source() + ": " + a.description());
            pages.fact("Next failure", Words.next(a, f));
            pages.fact("Decision", Words.plain(a.decision()) + ". " + a.reason());
            pages.fact("Evidence", Words.plain(a.evidence().tier()) + ": " + a.evidence().summary());
            pages.fact("Tests", Words.tests(a.evidence()));
            pages.fact("Confidence", a.confidence() == null ? "" : Words.two(a.confidence().overall()) + ". " + a.confidence().why());
            diff(a.diff(), pages);
        }
        pages.gap(6);
    }

    private static void diff(String diff, PdfPages pages) throws IOException {
        if (diff.isBlank()) {
            return;
        }
        for (String line : diff.strip().split("\n", -1)) {
            boolean meta = line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@") || line.startsWith("diff ");
            @Nullable Color ground = meta ? null : line.startsWith("+") ? ADDED : line.startsWith("-") ? REMOVED : null;
            pages.code(line, meta ? PdfPages.MUTED : PdfPages.INK, ground);
        }
    }
}
