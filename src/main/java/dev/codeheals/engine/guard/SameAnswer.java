package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Set;

/// Comparisons that answer the same whatever they are asked: a test that compares with them passes for nothing.
final class SameAnswer {
    private static final Set<String> COMPARING = Set.of("__eq__", "__ne__", "__bool__", "__contains__", "__lt__", "__le__", "__gt__", "__ge__", "__sub__", "__rsub__",
            "__abs__");

    private final String asked;
    private final boolean oneSided;

    private SameAnswer(String asked, boolean oneSided) {
        this.asked = asked;
        this.oneSided = oneSided;
    }

    static boolean compares(String method) {
        return COMPARING.contains(method);
    }

    static boolean isGivenBy(Stmt.FunctionDef function) {
        List<Node.Parameter> parameters = function.args().parameters();
        if (!compares(function.name().id()) || parameters.isEmpty()) {
            return false;
        }
        // What is written down while it is asked is there to be found when it answers.
        boolean learns = Tree.walk(function).anyMatch(n -> n instanceof Stmt.Assign a && a.targets().stream().anyMatch(Expr.Attribute.class::isInstance));
        if (learns) {
            return true;
        }
        SameAnswer same = new SameAnswer(parameters.getLast().name(), parameters.size() == 1);
        List<Expr> returned = Tree.walk(function).filter(Stmt.Return.class::isInstance).map(n -> ((Stmt.Return) n).value()).filter(v -> v != null)
                .toList();
        boolean differ = returned.stream().filter(Expr.Constant.class::isInstance).map(c -> ((Expr.Constant) c).kind()).distinct().count() > 1;
        boolean decided = differ && Tree.walk(function).anyMatch(n -> n instanceof Stmt.If i && same.depends(i.test()));
        return !returned.isEmpty() && !decided && returned.stream().noneMatch(same::depends);
    }

    private boolean depends(Expr answer) {
        return switch (answer) {
            case Expr.UnaryOp u -> depends(u.operand());
            case Expr.BoolOp b -> b.values().stream().noneMatch(v -> v instanceof Expr.Constant) && b.values().stream().anyMatch(this::depends);
            case Expr.Compare c -> mentioned(c) && (oneSided || !nothingButPresence(c));
            case Expr.Call c when c.function() instanceof Expr.Name n && (n.id().equals("isinstance") || n.id().equals("type")) -> false;
            case Expr.Call c when c.function() instanceof Expr.Name n && n.id().equals("bool") -> c.args().stream().anyMatch(this::depends);
            case Expr.IfExp i -> depends(i.body()) || depends(i.orElse()) || (!i.body().getClass().equals(Expr.Constant.class) && depends(i.test()));
            case Expr.Name n -> oneSided && n.id().equals(asked);
            case Expr e -> mentioned(e);
        };
    }

    private static boolean nothingButPresence(Expr.Compare comparison) {
        return comparison.left() instanceof Expr.Name && comparison.comparators().stream().allMatch(Expr.Constant.class::isInstance);
    }

    private boolean mentioned(Expr expression) {
        return Tree.walk(expression).anyMatch(n -> n instanceof Expr.Name name && name.id().equals(asked));
    }
}
