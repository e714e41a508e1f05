package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A keyword argument that a library function no longer takes, or calls otherwise now.
final class MovedKeyword implements RepairRule {
    private record Line(String function, String keyword, String value, String write) {}

    private static final class Loaded {
        static final List<Line> TABLE = Tables.lines("moved-keywords.txt").stream().map(Loaded::line).toList();

        private static Line line(String text) {
            int space = text.indexOf(' ');
            int arrow = text.indexOf(" => ");
            String keyword = text.substring(space + 1, arrow);
            int equals = keyword.indexOf('=');
            return new Line(text.substring(0, space), equals < 0 ? keyword : keyword.substring(0, equals), equals < 0 ? "" : keyword.substring(equals + 1),
                    text.substring(arrow + 4).strip());
        }
    }

    @Override
    public String id() {
        return "moved-keyword";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNEXPECTED_KEYWORD");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UnexpectedKeyword> found = UnexpectedKeyword.of(fault);
        return found.flatMap(u -> u.site().definition(fault).isPresent() ? Optional.empty() : cmp(fault, u).or(() -> patch(fault, u))).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, UnexpectedKeyword unexpected) {
        CallSite site = unexpected.site();
        Node.Keyword keyword = site.keyword(unexpected.keyword()).orElseThrow();
        String function = CallSite.last(site.call().function());
        Optional<Line> line = Loaded.TABLE.stream().filter(l -> l.keyword().equals(unexpected.keyword()) && (l.function().equals(function)
                || l.function().endsWith("." + function)) && (l.value().isEmpty() || l.value().equals(fault.text(keyword.value())))).findFirst();
        return line.map(l -> {
            boolean gone = l.write().equals("-");
            Draft draft = draft(fault, gone ? "Leave out " + l.keyword() : "Pass " + l.write() + " instead of " + l.keyword()).rated(Tier.A, 0.92)
                    .because("`" + function + "` no longer takes `" + l.keyword() + "`.");
            if (gone) {
                site.remove(fault, draft, keyword);
            } else {
                draft.replace(keyword, l.write().contains("=") ? l.write() : l.write() + "=" + fault.text(keyword.value()));
            }
            return draft.done();
        });
    }

    /// {@code sort(cmp=f)} of Python 2.
    private Optional<CandidatePatch> cmp(Fault fault, UnexpectedKeyword unexpected) {
        String function = CallSite.last(unexpected.site().call().function());
        if (!unexpected.keyword().equals("cmp") || !(function.equals("sort") || function.equals("sorted"))) {
            return Optional.empty();
        }
        Node.Keyword keyword = unexpected.site().keyword("cmp").orElseThrow();
        Draft draft = draft(fault, "Sort by functools.cmp_to_key").rated(Tier.A, 0.92).because("Sorting takes a key now; `cmp_to_key` makes one of a comparison.");
        String tools = ModuleReference.made(fault, "functools", draft);
        Expr compare = keyword.value();
        return Optional.of(draft.replace(keyword, "key=" + tools + ".cmp_to_key(" + fault.text(compare) + ")").done());
    }
}
