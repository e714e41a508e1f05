package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A parameter without default after one with, a positional argument after a named one, and names given twice.
final class ParameterOrder extends SyntaxRule {
    ParameterOrder() {
        super("parameter-order");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        Tree tree = Tree.of(place.fault().parsed());
        if (place.says("non-default argument follows default") || place.says("parameter without a default follows")) {
            tree.all(Stmt.FunctionDef.class).stream().filter(f -> near(place, f)).forEach(f -> parameters(place, f, options));
        }
        if (place.says("positional argument follows keyword argument")) {
            tree.all(Expr.Call.class).stream().filter(c -> near(place, c)).forEach(c -> arguments(place, c, options));
        }
    }

    private static boolean near(SyntaxPlace place, Node node) {
        int line = place.source().lineOf(node.start());
        return line <= place.line() && place.source().lineOf(node.end()) >= place.line();
    }

    private static void parameters(SyntaxPlace place, Stmt.FunctionDef function, Consumer<SyntaxOption> options) {
        List<Node.Parameter> all = function.args().parameters();
        List<Node.Parameter> positional = all.stream().filter(p -> p.kind() == Node.ParameterKind.POSITIONAL).toList();
        if (positional.size() != all.size() || positional.isEmpty()) {
            return;
        }
        boolean seen = false;
        for (Node.Parameter parameter : positional) {
            if (parameter.defaultValue() != null) {
                seen = true;
            } else if (seen) {
                options.accept(SyntaxOption.unsure(0.6, "Give " + parameter.name() + " the default None", Replacement.insert(parameter.end(), "=None")));
            }
        }
        List<Node.Parameter> ordered = new ArrayList<>(positional.stream().filter(p -> p.defaultValue() == null).toList());
        ordered.addAll(positional.stream().filter(p -> p.defaultValue() != null).toList());
        options.accept(SyntaxOption.unsure(0.78, "Put the parameters with defaults last", new Replacement(positional.getFirst().start(),
                positional.getLast().end(), ordered.stream().map(p -> text(place, p)).collect(Collectors.joining(", ")))));
    }

    private static void arguments(SyntaxPlace place, Expr.Call call, Consumer<SyntaxOption> options) {
        if (call.keywords().isEmpty() || call.args().isEmpty()) {
            return;
        }
        String ordered = call.args().stream().map(a -> text(place, a)).collect(Collectors.joining(", ")) + ", "
                + call.keywords().stream().map(k -> text(place, k)).collect(Collectors.joining(", "));
        int start = Math.min(call.args().getFirst().start(), call.keywords().getFirst().start());
        int end = Math.max(call.args().getLast().end(), call.keywords().getLast().end());
        options.accept(SyntaxOption.unsure(0.78, "Put the named arguments last", new Replacement(start, end, ordered)));
    }

    private static String text(SyntaxPlace place, Node node) {
        return place.text().substring(node.start(), node.end());
    }
}
