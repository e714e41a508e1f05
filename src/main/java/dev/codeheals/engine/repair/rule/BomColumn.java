package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The first column of a file that begins with a byte-order mark, which became part of its name.
final class BomColumn implements RepairRule {

    @Override
    public String id() {
        return "bom-column";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<KeyFault> found = KeyFault.of(fault).filter(m -> !m.text().isEmpty())
                .filter(m -> m.known().stream().anyMatch(k -> isMarked(k) && k.endsWith(m.text() + "'")));
        return found.flatMap(_ -> patch(fault)).stream().toList();
    }

    private static boolean isMarked(String repr) {
        return repr.startsWith("'\\ufeff") || repr.startsWith("'\ufeff") || repr.startsWith("'ï»¿");
    }

    private Optional<CandidatePatch> patch(Fault fault) {
        List<Expr.Call> opens = fault.tree().all(Expr.Call.class).stream().filter(c -> CallSite.last(c.function()).equals("open") || CallSite.last(c.function()).equals("read_csv")).toList();
        Optional<Expr.Call> open = opens.stream().filter(c -> c.start() < fault.source().lineEnd(fault.line())).reduce((_, last) -> last);
        return open.map(c -> {
            Draft draft = draft(fault, "Read the file as utf-8-sig").rated(Tier.B, 0.95).because("The file begins with a byte-order mark; `utf-8-sig` takes it off.");
            Optional<Node.Keyword> encoding = c.keywords().stream().filter(k -> "encoding".equals(k.name())).findFirst();
            if (encoding.isPresent()) {
                draft.replace(encoding.get().value(), Quotes.literal(fault, "utf-8-sig"));
            } else {
                new CallSite(c, "open").add(fault, draft, "encoding=" + Quotes.literal(fault, "utf-8-sig"), false);
            }
            return draft.done();
        });
    }
}
