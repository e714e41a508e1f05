package dev.codeheals.engine.verify;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import dev.codeheals.engine.verify.Weakening.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tests that ask for less than before.
final class WeakerTest {
    private static final Set<String> SKIPS = Set.of("skip", "skipif", "skipIf", "skipUnless", "xfail", "expectedFailure", "skipTest", "importorskip",
            "SkipTest", "Skipped", "usefixtures");

    private WeakerTest() {}

    static Optional<String> objection(Change change) {
        if (skips(change.after()) > skips(change.before())) {
            return Optional.of("It skips a test in " + change.file() + ".");
        }
        if (!change.isTest()) {
            return Optional.empty();
        }
        if (strict(change) && holdsTests(change.before()) && !text(change.before()).equals(text(change.after()))) {
            return Optional.of("It changes the tests in " + change.file() + " although an assertion failed.");
        }
        List<String> gone = new ArrayList<>(assertions(change.before()));
        assertions(change.after()).forEach(gone::remove);
        if (!gone.isEmpty()) {
            return Optional.of("It changes what a test asserts in " + change.file() + ", or whether it comes to that.");
        }
        if (overrides(change.after()) > overrides(change.before())) {
            return Optional.of("It puts something else in the place of a test or an assertion in " + change.file() + ".");
        }
        if (returns(change.after()) > returns(change.before())) {
            return Optional.of("It lets a test end early in " + change.file() + ".");
        }
        return Optional.empty();
    }

    /// Where an assertion failed no test may be touched at all. A test that breaks on its way there may get a name mended, so then the
    /// values it compares with are held fast, and what must happen for it to compare.
    private static boolean strict(Change change) {
        return change.target().exceptionType().endsWith("AssertionError") || change.target().exceptionType().equals("Failed");
    }

    private static boolean holdsTests(Parsed parsed) {
        return Tree.of(parsed).all(Stmt.FunctionDef.class).stream().anyMatch(function -> function.name().id().startsWith("test"));
    }

    private static String text(Parsed parsed) {
        return Tree.of(parsed).text(parsed.module());
    }

    private static List<String> assertions(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        Stream<Node> checks = Stream.concat(tree.all(Stmt.Assert.class).stream(), tree.all(Expr.Call.class).stream().filter(WeakerTest::asserts));
        return checks.map(node -> surroundings(tree, node) + values(node)).toList();
    }

    /// Whatever decides whether a statement is reached, from the outside in.
    private static String surroundings(Tree tree, Node check) {
        StringBuilder around = new StringBuilder();
        for (Node node : tree.pathTo(check.start())) {
            switch (node) {
                case Stmt.FunctionDef f -> around.append(f.name().id()).append(f.async() ? " async" : "").append(yields(f) ? " yields" : "").append('/');
                case Stmt.ClassDef c -> around.append(c.name().id()).append('/');
                case Stmt.If i -> around.append("if ").append(values(i.test())).append('/');
                case Stmt.While w -> around.append("while ").append(values(w.test())).append('/');
                case Stmt.For f -> around.append("for ").append(values(f.iter())).append('/');
                case Stmt.With _, Stmt.Try _, Node.Handler _, Stmt.Match _, Expr.Lambda _, Expr.Comp _, Expr.IfExp _, Expr.BoolOp _ ->
                        around.append(node.getClass().getSimpleName()).append('/');
                case Node _ -> { }
            }
        }
        return around.toString();
    }

    private static boolean yields(Stmt.FunctionDef function) {
        return Tree.walk(function).anyMatch(Expr.Yield.class::isInstance);
    }

    /// Functions that hide an earlier one of the same name, and assertions of the tests' own making.
    private static long overrides(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        List<String> names = tree.all(Stmt.FunctionDef.class).stream().map(f -> tree.parentOf(f).map(Node::start).orElse(0) + f.name().id()).toList();
        long hidden = names.size() - names.stream().distinct().count();
        return hidden + tree.all(Stmt.FunctionDef.class).stream().filter(f -> f.name().id().startsWith("assert") || f.name().id().equals("fail")).count();
    }

    private static boolean asserts(Expr.Call call) {
        return Names.lastName(call.function()).filter(name -> name.startsWith("assert") || name.equals("fail") || name.equals("raises")).isPresent();
    }

    private static String values(Node node) {
        StringBuilder values = new StringBuilder();
        Tree.walk(node).forEach(inner -> {
            switch (inner) {
                case Expr.Constant constant -> values.append(constant.value()).append(';');
                case Expr.Compare compare -> values.append(compare.ops()).append(';');
                case Expr.UnaryOp unary -> values.append(unary.op()).append(';');
                case Node _ -> { }
            }
        });
        return values.toString();
    }

    private static long skips(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        return Stream.concat(tree.all(Expr.Name.class).stream().map(Expr.Name::id), tree.all(Expr.Attribute.class).stream().map(Expr.Attribute::attr))
                .filter(SKIPS::contains).count()
                + tree.all(Expr.Name.class).stream().filter(name -> Set.of("collect_ignore", "collect_ignore_glob", "__test__", "pytestmark").contains(name.id())).count();
    }

    private static long returns(Parsed parsed) {
        return Tree.of(parsed).all(Stmt.FunctionDef.class).stream().filter(f -> f.name().id().startsWith("test"))
                .flatMap(Tree::walk).filter(Stmt.Return.class::isInstance).count();
    }
}
