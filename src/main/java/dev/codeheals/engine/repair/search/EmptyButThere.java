package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Nought, an empty text and an empty list are values too: whether something was given is asked of None.
final class EmptyButThere implements EditOperator {
    @Override
    public String id() {
        return "empty-but-there";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.BoolOp op : site.all(Expr.BoolOp.class)) {
            List<Expr> values = op.values();
            if (op.op().equals("or") && values.size() == 2 && isGiven(values.getFirst()) && !isTested(site, op)) {
                String given = site.text(values.getFirst());
                String choice = given + " if " + given + " is not None else " + site.text(values.get(1));
                edits.accept(Edit.replace(0.5, "Take " + given + " unless it is None", op, isWhole(site, op) ? choice : "(" + choice + ")"));
            }
        }
        condition(site.statement()).ifPresent(test -> asked(site, test, edits));
        site.all(Expr.IfExp.class).forEach(choice -> asked(site, choice.test(), edits));
        site.all(Expr.Comp.class).forEach(comp -> comp.generators().forEach(g -> g.ifs().forEach(test -> asked(site, test, edits))));
    }

    private static void asked(Site site, Expr test, Consumer<Edit> edits) {
        List<Expr> parts = test instanceof Expr.BoolOp op ? op.values() : List.of(test);
        for (Expr part : parts) {
            if (isGiven(part)) {
                edits.accept(Edit.insert(0.3, "Ask whether " + site.text(part) + " is there at all", part.end(), " is not None"));
            } else if (part instanceof Expr.UnaryOp not && not.op().equals("not") && isGiven(not.operand())) {
                edits.accept(Edit.replace(0.3, "Ask whether " + site.text(not.operand()) + " is there at all", not, site.text(not.operand()) + " is None"));
            }
        }
    }

    private static boolean isGiven(Expr value) {
        return value instanceof Expr.Name || value instanceof Expr.Attribute || value instanceof Expr.Subscript
                || (value instanceof Expr.Call c && Site.called(c.function()).equals("get") && c.args().size() == 1);
    }

    private static boolean isTested(Site site, Expr op) {
        return condition(site.statement()).filter(op::equals).isPresent();
    }

    private static boolean isWhole(Site site, Expr op) {
        Optional<Node> parent = site.tree().parentOf(op);
        return parent.filter(p -> p instanceof Stmt || p instanceof Node.Keyword || (p instanceof Expr.Call c && c.args().contains(op))).isPresent();
    }

    private static Optional<Expr> condition(Stmt statement) {
        return switch (statement) {
            case Stmt.If s -> Optional.of(s.test());
            case Stmt.While s -> Optional.of(s.test());
            case Stmt _ -> Optional.empty();
        };
    }
}
