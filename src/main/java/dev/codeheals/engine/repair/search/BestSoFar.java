package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Optional;
import java.util.function.Consumer;

/// A value carried from round to round of a loop that must keep the larger or smaller, or must not fall below nothing.
final class BestSoFar implements EditOperator {
    @Override
    public String id() {
        return "best-so-far";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (site.statement() instanceof Stmt.Assign part && part.targets().size() == 1 && part.targets().getFirst() instanceof Expr.Subscript kept && inLoop(site, part)
                && (part.value() instanceof Expr.Name || part.value() instanceof Expr.Subscript || part.value() instanceof Expr.Attribute)) {
            edits.accept(Edit.replace(0.3, "Keep the larger " + site.text(kept), part.value(), "max(" + site.text(kept) + ", " + site.text(part.value()) + ")"));
            edits.accept(Edit.replace(0.25, "Keep the smaller " + site.text(kept), part.value(), "min(" + site.text(kept) + ", " + site.text(part.value()) + ")"));
        }
        if (!(site.statement() instanceof Stmt.Assign assign) || assign.targets().size() != 1 || !(assign.targets().getFirst() instanceof Expr.Name target)
                || !inLoop(site, assign) || !setBefore(site, assign, target)) {
            return;
        }
        String name = target.id();
        String value = site.text(assign.value());
        if (LoopSlips.mentions(assign.value(), name)) {
            if (assign.value() instanceof Expr.BinOp sum && sum.op().equals("+")) {
                String added = site.text(sum.left()).equals(name) ? site.text(sum.right()) : site.text(sum.left());
                edits.accept(Edit.replace(0.3, "Let " + name + " not fall below 0", assign.value(), "max(0, " + value + ")"));
                edits.accept(Edit.replace(0.25, "Begin anew where that is more", assign.value(), "max(" + added + ", " + value + ")"));
            }
        } else if (!(assign.value() instanceof Expr.Constant)) {
            edits.accept(Edit.replace(0.3, "Keep the larger " + name, assign.value(), "max(" + name + ", " + value + ")"));
            edits.accept(Edit.replace(0.25, "Keep the smaller " + name, assign.value(), "min(" + name + ", " + value + ")"));
        }
    }

    private static boolean inLoop(Site site, Stmt statement) {
        return site.tree().pathTo(statement.start()).reversed().stream().takeWhile(n -> !(n instanceof Stmt.FunctionDef))
                .anyMatch(n -> n instanceof Stmt.For || n instanceof Stmt.While);
    }

    /// Whether the name has a first number before.
    private static boolean setBefore(Site site, Stmt.Assign assign, Expr.Name target) {
        Optional<Stmt.FunctionDef> function = site.function();
        return function.stream().flatMap(Tree::walk).anyMatch((Node n) -> n instanceof Stmt.Assign first && first.end() < assign.start()
                && first.targets().size() == 1 && first.targets().getFirst() instanceof Expr.Name name && name.id().equals(target.id())
                && (first.value() instanceof Expr.Constant || first.value() instanceof Expr.UnaryOp || first.value() instanceof Expr.Subscript
                || first.value() instanceof Expr.Call));
    }
}
