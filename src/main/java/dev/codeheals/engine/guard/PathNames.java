package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which expressions of a file are paths of {@code pathlib}: made from one, or named after what was made from one.
final class PathNames {
    private static final Set<String> TYPES = Set.of("pathlib.Path", "pathlib.PosixPath", "pathlib.PurePath", "Path");

    private final Bindings bindings;
    private final Set<String> names = new HashSet<>();

    PathNames(Parsed parsed, Bindings bindings) {
        this.bindings = bindings;
        Tree.walk(parsed.module()).forEach(node -> {
            switch (node) {
                case Stmt.Assign a when isPath(a.value()) -> a.targets().forEach(this::name);
                case Stmt.AnnAssign a when isType(a.annotation()) || isPath(a.value()) -> name(a.target());
                case Stmt.For f when isPath(f.iter()) -> name(f.target());
                case Node.Parameter p when isType(p.annotation()) -> names.add(p.name());
                case Node _ -> { }
            }
        });
    }

    private void name(Expr target) {
        if (target instanceof Expr.Name n) {
            names.add(n.id());
        }
    }

    boolean isType(@Nullable Expr expression) {
        return expression != null && TYPES.contains(bindings.dotted(expression).orElse(""));
    }

    boolean isPath(@Nullable Expr expression) {
        return switch (expression) {
            case null -> false;
            case Expr.Name n -> names.contains(n.id());
            case Expr.Call c -> isType(c.function()) || (c.function() instanceof Expr.Attribute a && (isType(a.value()) || isPath(a.value())));
            case Expr.Attribute a -> isPath(a.value());
            case Expr.BinOp b -> b.op().equals("/") && (isPath(b.left()) || isPath(b.right()));
            case Expr _ -> false;
        };
    }
}
