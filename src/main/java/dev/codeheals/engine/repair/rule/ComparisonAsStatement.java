package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// {@code x == 3} where {@code x = 3} was meant: a comparison that stands alone does nothing, and here its name is not even known.
final class ComparisonAsStatement implements RepairRule {
    private static final Pattern UNKNOWN = Pattern.compile("name '(\\w+)' is not defined|(?:local variable|cannot access local variable) '(\\w+)'");

    @Override
    public String id() {
        return "comparison-as-statement";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR", "RES.UNBOUND_LOCAL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<String> name = fault.says(UNKNOWN).map(m -> m.group(1) == null ? m.group(2) : m.group(1));
        if (name.isEmpty()) {
            return List.of();
        }
        Stmt within = fault.function().<Stmt>map(f -> f).orElse(null);
        return (within == null ? fault.parsed().module().body() : List.of(within)).stream().flatMap(Tree::walk)
                .flatMap(n -> n instanceof Stmt.ExprStmt s && s.value() instanceof Expr.Compare c ? Optional.of(c).stream() : Optional.<Expr.Compare>empty().stream())
                .filter(c -> c.ops().equals(List.of("==")) && c.left() instanceof Expr.Name n && n.id().equals(name.get()))
                .filter(c -> fault.source().lineOf(c.start()) <= fault.line())
                .map(c -> draft(fault, "Assign " + name.get() + " with =").rated(Tier.A, 0.97)
                        .because("A comparison that stands alone does nothing.").replace(c.opStarts().getFirst(), c.opStarts().getFirst() + 2, "=").done())
                .toList();
    }
}
