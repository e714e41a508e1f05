package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Methods that change their object and return None, and expressions that give the changed value instead.
final class InPlaceMethods {
    static final Set<String> NAMES = Set.of("sort", "reverse", "append", "extend", "insert", "remove", "clear", "update", "add", "discard", "shuffle",
            "appendleft", "extendleft", "rotate", "intersection_update", "difference_update", "symmetric_difference_update");

    private InPlaceMethods() {}

    /// Whether the expression is a call of such a method.
    static boolean isCall(Expr value) {
        return value instanceof Expr.Call c && c.function() instanceof Expr.Attribute a && NAMES.contains(a.attr());
    }

    /// The variable that is changed: the receiver, or the argument of {@code random.shuffle}.
    static Expr changed(Expr.Call call) {
        Expr.Attribute function = (Expr.Attribute) call.function();
        return function.attr().equals("shuffle") && !call.args().isEmpty() ? call.args().getFirst() : function.value();
    }

    /// An expression for the changed value, the object left as it is; empty where there is no short one.
    static Optional<String> value(SourceFile source, Expr.Call call) {
        Expr.Attribute function = (Expr.Attribute) call.function();
        String object = text(source, function.value());
        List<String> args = call.args().stream().map(a -> text(source, a)).toList();
        String rest = call.keywords().stream().map(k -> ", " + text(source, k)).collect(Collectors.joining());
        String first = args.isEmpty() ? "" : args.getFirst();
        return switch (function.attr()) {
            case "sort" -> Optional.of("sorted(" + object + rest + ")");
            case "reverse" -> Optional.of(object + "[::-1]");
            case "append" -> Optional.of(object + " + [" + first + "]");
            case "extend" -> Optional.of(object + " + " + first);
            case "add" -> Optional.of(object + " | {" + first + "}");
            case "update" -> args.size() == 1 ? Optional.of("{**" + object + ", **" + first + "}") : Optional.empty();
            case "shuffle" -> Optional.of(object + ".sample(" + first + ", len(" + first + "))");
            default -> Optional.empty();
        };
    }

    private static String text(SourceFile source, Node node) {
        return source.text().substring(node.start(), node.end());
    }
}
