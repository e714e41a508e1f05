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
        List<String> gone = new ArrayList<>(assertions(change.before(), strict(change)));
        assertions(change.after(), strict(change)).forEach(gone::remove);
        if (!gone.isEmpty()) {
            return Optional.of("It changes what a test asserts in " + change.file() + ".");
        }
        if (returns(change.after()) > returns(change.before())) {
            return Optional.of("It lets a test end early in " + change.file() + ".");
        }
        return Optional.empty();
    }

    /// A failed assertion may not be touched at all. A test that breaks on its way there may get a name mended, so then only the
    /// values it compares with are held fast.
    private static boolean strict(Change change) {
        return change.target().exceptionType().endsWith("AssertionError") || change.target().exceptionType().equals("Failed");
    }

    private static List<String> assertions(Parsed parsed, boolean strict) {
        Tree tree = Tree.of(parsed);
        Stream<Node> checks = Stream.concat(tree.all(Stmt.Assert.class).stream(), tree.all(Expr.Call.class).stream().filter(WeakerTest::asserts));
        return checks.map(node -> strict ? tree.text(node) : values(node)).toList();
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
