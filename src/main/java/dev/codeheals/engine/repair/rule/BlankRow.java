package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A blank line among the rows that are read: it has no columns, and is passed over.
final class BlankRow implements RepairRule {
    private static final Pattern TOO_SHORT = Pattern.compile("(?:list|string|tuple) index out of range|not enough values to unpack \\(expected \\d+, got [01]\\)");
    private static final Set<String> BLANK = Set.of("[]", "['']", "''", "'\\n'", "('',)", "()");

    @Override
    public String id() {
        return "blank-row";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IDX.INDEX_ERROR", "VAL.UNPACK_TOO_FEW");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Stmt.For> loop = fault.tree().enclosing(Stmt.For.class, fault.statement().map(Stmt::start).orElse(0));
        if (fault.inTests() || loop.isEmpty() || fault.says(TOO_SHORT).isEmpty() || !(loop.get().target() instanceof Expr.Name row)) {
            return List.of();
        }
        String seen = fault.expressions(Expr.Name.class).stream().filter(n -> n.id().equals(row.id())).flatMap(n -> fault.valueOf(n).map(ValueFacts::repr).stream())
                .findFirst().orElse("");
        return BLANK.contains(seen) ? List.of(passedOver(fault, loop.get(), row.id(), seen)) : List.of();
    }

    private CandidatePatch passedOver(Fault fault, Stmt.For loop, String row, String seen) {
        String asked = seen.equals("['']") || seen.equals("('',)") ? "not any(" + row + ")" : seen.startsWith("'") && !seen.equals("''") ? "not " + row + ".strip()" : "not " + row;
        Blocks blocks = Blocks.of(fault.parsed());
        return draft(fault, "Pass over blank rows").rated(Tier.B, 0.88).because("A blank line has no columns.")
                .insert(NewLine.before(fault, loop.body().getFirst(), "if " + asked + ":" + fault.source().eol() + blocks.bodyIndent(loop) + blocks.indentUnit() + "continue")).done();
    }
}
