package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Set;
import java.util.function.Consumer;

/// A loop that takes from a collection until it is told to stop, and never asks whether anything is left.
final class DrainedLoops implements EditOperator {
    private static final Set<String> TAKING = Set.of("pop", "popleft", "popitem");

    @Override
    public String id() {
        return "drained-loop";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (!(site.statement() instanceof Stmt.While loop)) {
            return;
        }
        boolean forever = loop.test() instanceof Expr.Constant;
        loop.body().stream().flatMap(Tree::walk).filter(Expr.Call.class::isInstance).map(Expr.Call.class::cast)
                .filter(call -> call.function() instanceof Expr.Attribute a && TAKING.contains(a.attr()))
                .map(call -> site.text(((Expr.Attribute) call.function()).value())).distinct().filter(taken -> !asks(site, loop.test(), taken))
                .forEach(taken -> edits.accept(forever ? Edit.replace(0.9, "Go on only while " + taken + " holds anything", loop.test(), taken)
                        : Edit.insert(0.5, "Go on only while " + taken + " holds anything", loop.test().start(), taken + " and ")));
    }

    /// Whether the question is about the collection itself, not only about one of its items.
    private static boolean asks(Site site, Expr test, String taken) {
        return site.text(test).replace(taken + "[", "").contains(taken);
    }
}
