package dev.codeheals.report;

/// One heal with its diagnosis, its diffs, what the verification saw and who decided.
final class HtmlHeal {
    private HtmlHeal() {}

    static void write(Report.Heal heal, Markup out) {
        Report.Finding f = heal.finding();
        out.raw("<article id=\"h-").text(heal.healId()).raw("\"><h3>").element("span", "state " + heal.state().wireName(), heal.state().words()).raw(" ")
                .text(f.title()).raw("</h3><p class=\"muted\">").text(Words.at(heal.at()) + " · " + heal.project() + " · ").element("code", heal.command())
                .raw("</p><dl class=\"facts\">");
        fact(out, "Diagnosis", f.clusterId() + ", " + Words.plain(f.severity()) + ", sure to " + Words.percent(f.confidence()));
        fact(out, "Place", f.place() + (f.function() == null ? "" : " in " + f.function()));
        fact(out, "Advice", f.hint());
        fact(out, "Decided", heal.decidedBy());
        fact(out, "Diagnosis hash", f.hash());
        out.raw("</dl>");
        heal.attempts().forEach(attempt -> attempt(attempt, f, out));
        out.raw("</article>");
    }

    private static void fact(Markup out, String name, String value) {
        if (!value.isBlank()) {
            out.raw("<div>").element("dt", name).element("dd", value).raw("</div>");
        }
    }

    private static void attempt(Report.Attempt a, Report.Finding first, Markup out) {
        out.raw("<section class=\"attempt\"><h4>").text("Attempt " + a.number() + ": " + a.source()
                + (a.description().isEmpty() ? "" : " — " + a.description())).raw("</h4><dl class=\"facts\">");
        fact(out, "Next failure", Words.next(a, first));
        fact(out, "Decision", Words.plain(a.decision()) + ". " + a.reason());
        Report.Evidence e = a.evidence();
        fact(out, "Evidence", Words.plain(e.tier()) + ": " + e.summary());
        fact(out, "Tests", Words.tests(e));
        fact(out, "Tests that heal", String.join(", ", e.testsThatHeal()));
        fact(out, "Probes", String.join("; ", e.probes()));
        fact(out, "Runs", e.isolation().isEmpty() ? "" : "isolation " + Words.plain(e.isolation()) + ", before " + Words.time(e.before()) + ", after "
                + Words.time(e.after()));
        Report.Confidence c = a.confidence();
        fact(out, "Confidence", c == null ? "" : Words.two(c.overall()) + " — " + c.why());
        Report.Model m = a.model();
        fact(out, "Model", m == null ? "" : m.provider() + " " + m.name() + ", " + Words.number(m.tokensIn()) + " tokens in, " + Words.number(m.tokensOut())
                + " out, " + Words.money(m.cost()) + ", " + Words.time(m.latency()));
        StringBuilder outcomes = new StringBuilder();
        a.outcomes().forEach(o -> outcomes.append(outcomes.isEmpty() ? "" : "; ").append(Words.plain(o.outcome().name())).append(' ')
                .append(Words.at(o.at())).append(o.reason().isEmpty() ? "" : " (" + o.reason() + ")"));
        fact(out, "Since then", outcomes.toString());
        out.raw("</dl>");
        diff(a.diff(), out);
        out.raw("</section>");
    }

    private static void diff(String diff, Markup out) {
        if (diff.isBlank()) {
            return;
        }
        out.raw("<pre class=\"diff\">");
        for (String line : diff.strip().split("\n", -1)) {
            out.element("span", css(line), line).raw("\n");
        }
        out.raw("</pre>");
    }

    private static String css(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("diff ") || line.startsWith("@@")) {
            return "meta";
        }
        return line.startsWith("+") ? "add" : line.startsWith("-") ? "del" : "same";
    }
}
