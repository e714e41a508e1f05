package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// {@code print >>stream, text} of Python 2, which Python 3 reads as a shift.
final class PrintRedirect implements RepairRule {

    @Override
    public String id() {
        return "print-redirect";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean shift = fault.exceptionType().equals("TypeError") && fault.message().startsWith("unsupported operand type(s) for >>: 'builtin_function_or_method'");
        if (!shift) {
            return List.of();
        }
        Draft draft = draft(fault, "Call print with file=").rated(Tier.A, 0.97).because("The redirection of Python 2 is an argument of print now.");
        for (Stmt.ExprStmt statement : fault.tree().all(Stmt.ExprStmt.class)) {
            Expr first = statement.value() instanceof Expr.TupleExpr t ? t.elements().getFirst() : statement.value();
            if (first instanceof Expr.BinOp b && b.op().equals(">>") && b.left() instanceof Expr.Name n && n.id().equals("print")) {
                String texts = statement.value() instanceof Expr.TupleExpr t
                        ? t.elements().stream().skip(1).map(e -> fault.text(e) + ", ").collect(Collectors.joining()) : "";
                draft.replace(statement, "print(" + texts + "file=" + fault.text(b.right()) + ")");
            }
        }
        return draft.isEmpty() ? List.of() : List.of(draft.done());
    }
}
