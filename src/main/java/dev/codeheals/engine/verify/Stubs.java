package dev.codeheals.engine.verify;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import dev.codeheals.engine.verify.Weakening.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Imports replaced by something that only looks like them.
final class Stubs {
    private static final Set<String> DOUBLES = Set.of("Mock", "MagicMock", "AsyncMock", "ModuleType", "SimpleNamespace", "create_autospec");

    private Stubs() {}

    static Optional<String> objection(Change change) {
        Set<String> gone = imported(change.before());
        gone.removeAll(imported(change.after()));
        Set<String> made = bound(change.after());
        made.removeAll(bound(change.before()));
        gone.retainAll(made);
        if (!gone.isEmpty()) {
            return Optional.of("It replaces the import of " + gone.iterator().next() + " by a stub.");
        }
        if (registrations(change.after()) > registrations(change.before())) {
            return Optional.of("It puts a stub into sys.modules in " + change.file() + ".");
        }
        if (!change.isTest() && doubles(change.after()) > doubles(change.before())) {
            return Optional.of("It brings a test double into " + change.file() + ".");
        }
        return fallbacks(change.after()) > fallbacks(change.before())
                ? Optional.of("It goes on without the import that failed in " + change.file() + ".") : Optional.empty();
    }

    private static Set<String> imported(Parsed parsed) {
        Set<String> names = new HashSet<>();
        Tree tree = Tree.of(parsed);
        tree.all(Stmt.Import.class).forEach(i -> i.names().forEach(alias -> names.add(alias.bound(false))));
        tree.all(Stmt.ImportFrom.class).forEach(i -> i.names().forEach(alias -> names.add(alias.bound(true))));
        return names;
    }

    private static Set<String> bound(Parsed parsed) {
        Set<String> names = new HashSet<>();
        for (Stmt statement : parsed.module().body()) {
            switch (statement) {
                case Stmt.Assign assign -> assign.targets().forEach(target -> Names.dotted(target).ifPresent(names::add));
                case Stmt.ClassDef type -> names.add(type.name().id());
                case Stmt.FunctionDef function -> names.add(function.name().id());
                case Stmt _ -> { }
            }
        }
        return names;
    }

    private static long registrations(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        long assigned = tree.all(Stmt.Assign.class).stream().flatMap(assign -> assign.targets().stream())
                .filter(target -> target instanceof Expr.Subscript s && Names.dotted(s.value()).filter("sys.modules"::equals).isPresent()).count();
        return assigned + tree.all(Expr.Call.class).stream().filter(call -> Names.dotted(call.function()).filter(name -> name.startsWith("sys.modules.")).isPresent()).count();
    }

    private static long doubles(Parsed parsed) {
        return Tree.of(parsed).all(Expr.Call.class).stream().filter(call -> Names.lastName(call.function()).filter(DOUBLES::contains).isPresent()).count();
    }

    /// Handlers of a failed import that import nothing else instead.
    private static long fallbacks(Parsed parsed) {
        return Tree.of(parsed).all(Node.Handler.class).stream().filter(Stubs::catchesImport)
                .filter(handler -> handler.body().stream().flatMap(Tree::walk).noneMatch(Stubs::importsOrRaises)).count();
    }

    private static boolean catchesImport(Node.Handler handler) {
        Expr type = handler.type();
        List<Expr> types = type instanceof Expr.TupleExpr tuple ? tuple.elements() : type == null ? List.of() : List.of(type);
        return types.stream().anyMatch(t -> Names.dotted(t).filter(Set.of("ImportError", "ModuleNotFoundError")::contains).isPresent());
    }

    private static boolean importsOrRaises(Node node) {
        return node instanceof Stmt.Import || node instanceof Stmt.ImportFrom || node instanceof Stmt.Raise;
    }
}
