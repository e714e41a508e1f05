package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A step of one that is missing from what is returned or kept, and the remainder that a neighbouring line takes.
final class Steps implements EditOperator {
    @Override
    public String id() {
        return "step";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<Expr> value = switch (site.statement()) {
            case Stmt.Return r -> Optional.ofNullable(r.value());
            case Stmt.Assign a -> Optional.of(a.value());
            case Stmt _ -> Optional.empty();
        };
        for (Expr.BinOp op : site.all(Expr.BinOp.class)) {
            if (op.op().equals("*") || op.op().equals("//") || op.op().equals("%")) {
                Stream.of(op.left(), op.right()).filter(Expr.Name.class::isInstance).forEach(n -> factor(site, (Expr.Name) n, edits));
            }
        }
        value.ifPresent(v -> {
            List<Expr> parts = v instanceof Expr.TupleExpr tuple ? tuple.elements() : List.of(v);
            parts.forEach(part -> stepped(site, part, edits));
            remainders(site, v).distinct().limit(2)
                    .forEach(k -> edits.accept(Edit.replace(0.25, "Take the remainder by " + k + " as elsewhere", v, site.operand(v) + " % " + k)));
        });
    }

    /// {@code (page - 1) * size}: what is counted from one is multiplied from nothing.
    private static void factor(Site site, Expr.Name name, Consumer<Edit> edits) {
        if (site.valueOf(name).map(ValueFacts::type).map("int"::equals).orElse(true)) {
            edits.accept(Edit.replace(0.16, "Multiply one less of " + name.id(), name, "(" + name.id() + " - 1)"));
            edits.accept(Edit.replace(0.15, "Multiply one more of " + name.id(), name, "(" + name.id() + " + 1)"));
        }
    }

    private static void stepped(Site site, Expr part, Consumer<Edit> edits) {
        boolean name = part instanceof Expr.Name || part instanceof Expr.Attribute;
        if (name && site.valueOf(part).map(ValueFacts::type).map("int"::equals).orElse(true)) {
            double prior = elsewhere(site, part) ? 0.3 : 0.14;
            edits.accept(Edit.insert(prior, "Go one step on from " + site.text(part), part.end(), " + 1"));
            edits.accept(Edit.insert(prior * 0.9, "Go one step back from " + site.text(part), part.end(), " - 1"));
        }
    }

    /// Whether the function steps from the same value in another line.
    private static boolean elsewhere(Site site, Expr part) {
        return site.function().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Expr.BinOp op && (op.op().equals("+") || op.op().equals("-"))
                && site.text(op.left()).equals(site.text(part)) && site.text(op.right()).equals("1"));
    }

    private static Stream<String> remainders(Site site, Expr value) {
        boolean sum = value instanceof Expr.BinOp op && (op.op().equals("+") || op.op().equals("-"));
        return sum ? site.function().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.BinOp op && op.op().equals("%") && !(op.left() instanceof Expr.Constant))
                .map(n -> site.text(((Expr.BinOp) n).right())) : Stream.empty();
    }
}
