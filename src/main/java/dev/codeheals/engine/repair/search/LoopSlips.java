package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What loops are known to get wrong: a sum that is overwritten, a collection changed under the loop, a function that sees only the last round.
final class LoopSlips implements EditOperator {
    private static final Set<String> CHANGING = Set.of("remove", "pop", "append", "insert", "add", "discard", "clear", "extend", "popitem", "update");

    @Override
    public String id() {
        return "loop";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        switch (site.statement()) {
            case Stmt.For loop -> copied(site, loop, edits);
            case Stmt.Assign assign -> {
                accumulated(site, assign, edits);
                firstBest(site, assign, edits);
            }
            case Stmt _ -> {}
        }
        for (Expr.Lambda lambda : site.all(Expr.Lambda.class)) {
            bound(site, lambda, edits);
        }
    }

    private static void copied(Site site, Stmt.For loop, Consumer<Edit> edits) {
        boolean plain = loop.iter() instanceof Expr.Name || loop.iter() instanceof Expr.Attribute;
        String iterated = site.text(loop.iter());
        if (plain && loop.body().stream().flatMap(Tree::walk).anyMatch(node -> changes(site, node, iterated))) {
            edits.accept(Edit.replace(0.8, "Loop over a copy of " + iterated, loop.iter(), "list(" + iterated + ")"));
        }
    }

    private static boolean changes(Site site, Node node, String iterated) {
        return switch (node) {
            case Expr.Call c when c.function() instanceof Expr.Attribute a -> CHANGING.contains(a.attr()) && site.text(a.value()).equals(iterated);
            case Stmt.Delete d -> d.targets().stream().anyMatch(t -> t instanceof Expr.Subscript s && site.text(s.value()).equals(iterated));
            case Node _ -> false;
        };
    }

    /// A value that starts at nothing before the loop and is set to something else in every round was to be added up.
    private static void accumulated(Site site, Stmt.Assign assign, Consumer<Edit> edits) {
        if (assign.targets().size() != 1 || !(assign.targets().getFirst() instanceof Expr.Name target) || mentions(assign.value(), target.id())) {
            return;
        }
        Optional<Stmt> loop = loopAround(site, assign);
        if (loop.isPresent() && site.function().stream().flatMap(f -> Tree.walk(f)).anyMatch(n -> n instanceof Stmt.Assign first
                && first.end() < loop.get().start() && first.targets().size() == 1 && first.targets().getFirst() instanceof Expr.Name name
                && name.id().equals(target.id()) && empty(first.value()))) {
            int equals = site.source().text().indexOf('=', target.end());
            edits.accept(Edit.replace(0.5, "Add up " + target.id() + " instead of setting it", equals, equals + 1, "+="));
        }
    }

    /// {@code best = 0} before a loop that keeps the smallest: no item is smaller, so the first item is what to begin with.
    private static void firstBest(Site site, Stmt.Assign assign, Consumer<Edit> edits) {
        if (assign.targets().size() != 1 || !(assign.targets().getFirst() instanceof Expr.Name best) || !(assign.value() instanceof Expr.Constant)) {
            return;
        }
        site.function().stream().flatMap(f -> Tree.walk(f)).filter(n -> n instanceof Stmt.For && n.start() > assign.end()).map(Stmt.For.class::cast)
                .filter(loop -> loop.body().stream().anyMatch(s -> mentions(s, best.id()))).limit(1).forEach(loop -> Tree.walk(loop).filter(Expr.Compare.class::isInstance)
                        .map(Expr.Compare.class::cast).filter(c -> c.ops().size() == 1 && mentions(c, best.id())).limit(1).forEach(compare -> {
                            boolean left = mentions(compare.left(), best.id());
                            boolean smaller = compare.ops().getFirst().startsWith("<") != left;
                            boolean items = (loop.iter() instanceof Expr.Name || loop.iter() instanceof Expr.Attribute) && loop.target() instanceof Expr.Name;
                            if (items) {
                                edits.accept(Edit.replace(0.6, "Begin with the first of " + site.text(loop.iter()), assign.value(), site.text(loop.iter()) + "[0]"));
                            }
                            if (compare.ops().getFirst().startsWith("<") || compare.ops().getFirst().startsWith(">")) {
                                edits.accept(Edit.replace(0.45, "Begin beyond every item", assign.value(), smaller ? "float(\"inf\")" : "float(\"-inf\")"));
                            }
                        }));
    }

    static boolean empty(Expr value) {
        return switch (value) {
            case Expr.Constant c -> c.value().isEmpty() || c.value().equals("0") || c.value().equals("0.0");
            case Expr.ListExpr l -> l.elements().isEmpty();
            case Expr _ -> false;
        };
    }

    /// A function made in a loop reads the loop's variable when it is called: by then the loop is over.
    private static void bound(Site site, Expr.Lambda lambda, Consumer<Edit> edits) {
        Set<String> own = new LinkedHashSet<>();
        lambda.args().parameters().forEach(p -> own.add(p.name()));
        for (String name : loopVariables(site, lambda)) {
            if (!own.contains(name) && mentions(lambda.body(), name)) {
                String separator = own.isEmpty() ? " " : ", ";
                int at = own.isEmpty() ? lambda.start() + "lambda".length() : lambda.args().parameters().getLast().end();
                edits.accept(Edit.insert(0.8, "Keep the " + name + " of each round", at, separator + name + "=" + name));
            }
        }
    }

    private static Set<String> loopVariables(Site site, Expr.Lambda lambda) {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : site.tree().pathTo(lambda.start())) {
            switch (node) {
                case Stmt.For loop -> addNames(loop.target(), names);
                case Expr.Comp comp -> comp.generators().forEach(g -> addNames(g.target(), names));
                case Node _ -> {}
            }
        }
        return names;
    }

    private static void addNames(Node target, Set<String> into) {
        Tree.walk(target).forEach(node -> {
            if (node instanceof Expr.Name name) {
                into.add(name.id());
            }
        });
    }

    private static Optional<Stmt> loopAround(Site site, Stmt statement) {
        return site.tree().pathTo(statement.start()).reversed().stream().takeWhile(n -> !(n instanceof Stmt.FunctionDef))
                .filter(n -> n instanceof Stmt.For || n instanceof Stmt.While).map(Stmt.class::cast).reduce((_, outer) -> outer);
    }

    static boolean mentions(Node node, String name) {
        return Tree.walk(node).anyMatch(n -> n instanceof Expr.Name found && found.id().equals(name));
    }
}
