package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Code that makes any error, or a condition, as if it were not there.
final class Silencers {
    /// What a line of such code begins or holds; a quick look before the file is parsed.
    static final Pattern HINT = Pattern.compile("\\b(except|finally|suppress|__a?exit__)\\b|=\\s*\\(?\\s*(Base)?Exception\\b|\\bif\\s+(not\\s+)?((True|False|None|\\d+)\\b|[^\\w\\s])");
    private static final Set<String> EVERY_ERROR = Set.of("Exception", "BaseException", "AssertionError");

    private Silencers() {}

    static Optional<String> of(Node node) {
        return switch (node) {
            case Node.Handler h when catchesAll(h.type()) && Tree.walk(h).noneMatch(Stmt.Raise.class::isInstance) -> Optional.of("except");
            case Stmt.Try t when leaves(t.finalBody()) -> Optional.of("finally");
            case Expr.Call c when named(c.function(), "suppress") && c.args().stream().anyMatch(Silencers::catchesAll) -> Optional.of("suppress");
            case Stmt.Assign a when a.targets().getFirst() instanceof Expr.Name && namesThemAll(a.value()) -> Optional.of("except");
            case Stmt.FunctionDef f when f.name().id().matches("__a?exit__") && Tree.walk(f).anyMatch(Silencers::saysDone) -> Optional.of(f.name().id());
            case Stmt.If i when Tree.walk(i.test()).noneMatch(n -> n instanceof Expr.Name || n instanceof Expr.Broken) -> Optional.of("if");
            case Node _ -> Optional.empty();
        };
    }

    private static boolean catchesAll(@Nullable Expr type) {
        return switch (type) {
            case null -> true;
            case Expr.Name n -> EVERY_ERROR.contains(n.id());
            case Expr.TupleExpr t -> t.elements().stream().anyMatch(Silencers::catchesAll);
            case Expr.Attribute a -> EVERY_ERROR.contains(a.attr());
            case Expr.Call _, Expr.Subscript _, Expr.IfExp _ -> true;
            case Expr _ -> false;
        };
    }

    // Whoever calls it by another name still catches everything.
    private static boolean namesThemAll(Expr value) {
        return (value instanceof Expr.Name || value instanceof Expr.TupleExpr) && catchesAll(value);
    }

    // A context manager that answers yes takes every error away.
    private static boolean saysDone(Node node) {
        return node instanceof Stmt.Return r && r.value() instanceof Expr.Constant c && c.kind() != Expr.ConstantKind.FALSE && c.kind() != Expr.ConstantKind.NONE;
    }

    private static boolean leaves(List<Stmt> finalBody) {
        return finalBody.stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Return || n instanceof Stmt.Break || n instanceof Stmt.Continue);
    }

    private static boolean named(Expr function, String name) {
        return (function instanceof Expr.Name n && n.id().equals(name)) || (function instanceof Expr.Attribute a && a.attr().equals(name));
    }
}
