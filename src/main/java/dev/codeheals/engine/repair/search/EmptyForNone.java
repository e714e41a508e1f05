package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;
import java.util.function.Consumer;

/// The test wants an empty value where the program gives None: {@code value or ""}.
final class EmptyForNone implements EditOperator {
    @Override
    public String id() {
        return "empty-for-none";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<String> empty = Expectation.of(site.request().failure().reported().message()).flatMap(Expectation::emptyForNone);
        if (empty.isEmpty()) {
            return;
        }
        String written = empty.get().equals("''") && !site.text(site.statement()).contains("'") ? "\"\"" : empty.get();
        for (Expr expression : site.expressions()) {
            if (expression instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.NONE) {
                edits.accept(Edit.replace(0.5, "Begin with " + written + " instead of None", expression, written));
            } else if (isValue(site, expression)) {
                edits.accept(Edit.insert(0.4, "Give " + written + " for nothing", expression.end(), " or " + written));
            }
        }
    }

    private static boolean isValue(Site site, Expr expression) {
        boolean open = expression instanceof Expr.Name || expression instanceof Expr.Attribute || expression instanceof Expr.Call || expression instanceof Expr.Subscript;
        return open && site.tree().parentOf(expression).filter(p -> switch (p) {
            case Expr.Call c -> c.args().contains(expression);
            case Expr.TupleExpr _, Expr.ListExpr _, Stmt.Return _, Node.Keyword _ -> true;
            case Expr.DictExpr d -> d.values().contains(expression);
            case Stmt.Assign a -> a.value().equals(expression);
            case Node _ -> false;
        }).isPresent();
    }
}
