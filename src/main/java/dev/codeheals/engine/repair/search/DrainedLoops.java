package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A loop that takes from something until it is told to stop: whether anything is left to take, and what is left when it stops.
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
        left(site, loop, edits);
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

    /// What the loop cuts pieces from is the last piece itself when the loop ends.
    private static void left(Site site, Stmt.While loop, Consumer<Edit> edits) {
        Set<String> cut = loop.body().stream().filter(Stmt.Assign.class::isInstance).flatMap(Tree::walk).filter(Expr.Subscript.class::isInstance)
                .map(Expr.Subscript.class::cast).filter(s -> s.index() instanceof Expr.Slice && s.value() instanceof Expr.Name)
                .map(s -> ((Expr.Name) s.value()).id()).filter(name -> asks(site, loop.test(), name)).collect(Collectors.toSet());
        loop.body().stream().filter(s -> s instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Call call && call.function() instanceof Expr.Attribute a
                && a.attr().equals("append")).map(s -> (Expr.Call) ((Stmt.ExprStmt) s).value()).forEach(append -> cut.forEach(name -> {
                    String indent = site.blocks().indentOf(loop);
                    String added = site.text(append.function()) + "(" + name + ")";
                    String eol = site.source().eol();
                    int end = site.lineEnd(loop);
                    edits.accept(Edit.insert(0.5, "Keep the rest of " + name + " too", end, eol + indent + added));
                    edits.accept(Edit.insert(0.45, "Keep the rest of " + name + " if there is any", end,
                            eol + indent + "if " + name + ":" + eol + indent + site.blocks().indentUnit() + added));
                }));
    }
}
