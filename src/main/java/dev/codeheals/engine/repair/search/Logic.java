package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// {@code and} and {@code or}, negation, and conditions with one part less.
final class Logic implements EditOperator {
    @Override
    public String id() {
        return "logic";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.BoolOp op : site.all(Expr.BoolOp.class)) {
            joined(site, op, edits);
            grouped(site, op, edits);
        }
        for (Expr.UnaryOp op : site.all(Expr.UnaryOp.class)) {
            if (op.op().equals("not")) {
                edits.accept(Edit.replace(0.4, "Drop the not", op, site.text(op.operand())));
            }
        }
        condition(site.statement()).ifPresent(test -> negated(site, test, edits));
        if (site.statement() instanceof Stmt.Return r && r.value() != null && truthValue(r.value())) {
            negated(site, r.value(), edits);
        }
        for (Expr.IfExp choice : site.all(Expr.IfExp.class)) {
            edits.accept(Edit.replace(0.3, "Swap the two results of the condition", choice,
                    site.text(choice.orElse()) + " if " + site.text(choice.test()) + " else " + site.text(choice.body())));
        }
        for (Expr.Comp comp : site.all(Expr.Comp.class)) {
            comp.generators().forEach(g -> g.ifs().forEach(test -> negated(site, test, edits)));
        }
    }

    private static void joined(Site site, Expr.BoolOp op, Consumer<Edit> edits) {
        String other = op.op().equals("and") ? "or" : "and";
        StringBuilder swapped = new StringBuilder(site.operand(op.values().getFirst()));
        for (int i = 1; i < op.values().size(); i++) {
            Expr left = op.values().get(i - 1);
            Expr right = op.values().get(i);
            swapped.append(' ').append(other).append(' ').append(plain(site, right));
            int between = site.source().text().indexOf(op.op(), left.end());
            if (between >= 0 && between < right.start()) {
                edits.accept(Edit.replace(0.45, "Use " + other + " instead of " + op.op(), between, between + op.op().length(), other));
            }
            edits.accept(Edit.replace(0.12, "Ask only for the first conditions", left.end(), right.end(), ""));
        }
        edits.accept(Edit.replace(0.12, "Drop the first condition", op.values().getFirst().start(), op.values().get(1).start(), ""));
        for (Expr value : op.values()) {
            negated(site, value, edits);
        }
    }

    /// {@code a and b or c} reads as {@code (a and b) or c}, though the other grouping is often meant.
    private static void grouped(Site site, Expr.BoolOp op, Consumer<Edit> edits) {
        for (int i = 0; i < op.values().size(); i++) {
            Expr.BoolOp inner = op.values().get(i) instanceof Expr.BoolOp b && b.op().equals("and") && op.op().equals("or") ? b : null;
            if (inner == null) {
                continue;
            }
            boolean bare = site.source().text().charAt(Math.max(0, inner.start() - 1)) != '(';
            if (bare && i + 1 < op.values().size()) {
                edits.accept(new Edit(0.5, "Group what is joined by or", List.of(Replacement.insert(inner.values().getLast().start(), "("), Replacement.insert(op.values().getLast().end(), ")"))));
            }
            if (bare && i > 0) {
                edits.accept(new Edit(0.5, "Group what is joined by or", List.of(Replacement.insert(op.values().getFirst().start(), "("), Replacement.insert(inner.values().getFirst().end(), ")"))));
            }
        }
    }

    private static String plain(Site site, Expr value) {
        return value instanceof Expr.BoolOp ? "(" + site.text(value) + ")" : site.text(value);
    }

    private static void negated(Site site, Expr test, Consumer<Edit> edits) {
        if (test instanceof Expr.Constant || (test instanceof Expr.UnaryOp op && op.op().equals("not"))) {
            return;
        }
        boolean simple = !(test instanceof Expr.BoolOp || test instanceof Expr.Compare || test instanceof Expr.IfExp || test instanceof Expr.NamedExpr);
        edits.accept(Edit.replace(test instanceof Expr.Compare ? 0.1 : 0.35, "Negate the condition", test,
                simple ? "not " + site.text(test) : "not (" + site.text(test) + ")"));
    }

    private static boolean truthValue(Expr value) {
        return value instanceof Expr.Compare || value instanceof Expr.BoolOp || value instanceof Expr.Call
                || (value instanceof Expr.UnaryOp op && op.op().equals("not"));
    }

    private static Optional<Expr> condition(Stmt statement) {
        return switch (statement) {
            case Stmt.If s -> Optional.of(s.test());
            case Stmt.While s -> Optional.of(s.test());
            case Stmt _ -> Optional.empty();
        };
    }
}
