package dev.codeheals.engine.verify;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import dev.codeheals.engine.verify.Weakening.Change;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Code that looks at or changes the runner instead of doing its work.
final class RunnerTricks {
    private static final Set<String> HOOKS = Set.of("atexit", "sys.excepthook", "sys.unraisablehook", "threading.excepthook", "sys.settrace",
            "sys.setprofile", "sys._getframe", "inspect.stack", "inspect.currentframe", "gc.get_objects", "gc.get_referrers", "faulthandler",
            "builtins", "__builtins__", "PYTEST_CURRENT_TEST", "_pytest", "sys.meta_path", "sys.path_hooks", "pytest_runtest_makereport",
            "pytest_sessionfinish", "pytest_collection_modifyitems", "unittest.TestCase", "unittest.TextTestRunner");

    private static final Set<String> RUNNERS = Set.of("unittest", "pytest", "_pytest", "nose", "doctest", "coverage");
    private static final Set<String> COMPARISONS = Set.of("__eq__", "__ne__", "__lt__", "__gt__", "__le__", "__ge__", "__bool__", "__contains__",
            "__getattr__");

    private RunnerTricks() {}

    static Optional<String> objection(Change change) {
        if (change.file().endsWith("conftest.py") && !change.file().equals(change.target().file())) {
            return Optional.of("It changes how the tests are run, in " + change.file() + ".");
        }
        if (asksForRunner(change.after()) > asksForRunner(change.before())) {
            return Optional.of("It asks whether it is being tested, in " + change.file() + ".");
        }
        Set<String> used = hooks(change.after());
        used.removeAll(hooks(change.before()));
        if (change.isTest()) {
            used.remove("unittest.TestCase");
        }
        if (!used.isEmpty()) {
            return Optional.of("It reaches for " + used.iterator().next() + " in " + change.file() + ".");
        }
        return agreeable(change.after()) > agreeable(change.before())
                ? Optional.of("It adds a comparison that is always true in " + change.file() + ".") : Optional.empty();
    }

    private static Set<String> hooks(Parsed parsed) {
        Set<String> used = new HashSet<>();
        Tree tree = Tree.of(parsed);
        tree.all(Expr.Name.class).forEach(name -> used.add(name.id()));
        tree.all(Expr.Attribute.class).forEach(attribute -> Names.dotted(attribute).ifPresent(used::add));
        tree.all(Expr.Constant.class).stream().filter(c -> c.kind() == Expr.ConstantKind.STRING).forEach(c -> used.add(c.value()));
        tree.all(Stmt.FunctionDef.class).forEach(function -> used.add(function.name().id()));
        tree.all(Stmt.Import.class).forEach(i -> i.names().forEach(alias -> used.add(alias.name())));
        tree.all(Stmt.ImportFrom.class).forEach(i -> {
            used.add(i.module());
            i.names().forEach(alias -> used.add(i.module() + "." + alias.name()));
        });
        used.retainAll(HOOKS);
        return used;
    }

    /// Lookups of test runners among the loaded modules.
    private static long asksForRunner(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        boolean modules = tree.all(Expr.Attribute.class).stream().anyMatch(a -> Names.dotted(a).filter("sys.modules"::equals).isPresent());
        return !modules ? 0 : tree.all(Expr.Constant.class).stream()
                .filter(c -> c.kind() == Expr.ConstantKind.STRING && RUNNERS.contains(c.value())).count();
    }

    /// Comparison methods that do not look at what they compare with, or always answer the same.
    private static long agreeable(Parsed parsed) {
        return Tree.of(parsed).all(Stmt.FunctionDef.class).stream().filter(f -> COMPARISONS.contains(f.name().id()))
                .filter(f -> ignoresLast(f) || (f.body().size() == 1 && f.body().getFirst() instanceof Stmt.Return r && r.value() instanceof Expr.Constant))
                .count();
    }

    private static boolean ignoresLast(Stmt.FunctionDef function) {
        if (function.args().parameters().size() < 2) {
            return false;
        }
        String other = function.args().parameters().getLast().name();
        return function.body().stream().flatMap(Tree::walk).noneMatch(node -> node instanceof Expr.Name name && name.id().equals(other));
    }
}
