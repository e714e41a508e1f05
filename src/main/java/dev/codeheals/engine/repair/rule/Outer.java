package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/// Replaces an expression so that what stands round it still means the same.
final class Outer {
    private static final Pattern OPERATOR = Pattern.compile(" (?:in|not in|-|\\+|>|<|==|and|or|if) ");

    private Outer() {}

    static void replace(Fault fault, Draft draft, Node node, String text) {
        Optional<Node> parent = fault.tree().parentOf(node);
        boolean compound = OPERATOR.matcher(withoutBrackets(text)).find();
        if (parent.isPresent() && parent.get() instanceof Expr.UnaryOp not && not.op().equals("not") && withoutBrackets(text).contains(" in ")) {
            int at = outerIn(text);
            draft.replace(not, text.substring(0, at) + " not in " + text.substring(at + 4));
        } else {
            draft.replace(node, compound && parent.filter(p -> binds(p, node)).isPresent() && !isParenthesised(fault, node) ? "(" + text + ")" : text);
        }
    }

    private static boolean binds(Node parent, Node node) {
        return switch (parent) {
            case Expr.BinOp _, Expr.UnaryOp _, Expr.Attribute _, Expr.Compare _, Expr.Await _, Expr.Starred _ -> true;
            case Expr.Subscript s -> s.value().equals(node);
            case Expr.Call c -> c.function().equals(node);
            case Node _ -> false;
        };
    }

    private static boolean isParenthesised(Fault fault, Node node) {
        String text = fault.source().text();
        return node.start() > 0 && text.charAt(node.start() - 1) == '(' && node.end() < text.length() && text.charAt(node.end()) == ')';
    }

    private static int outerIn(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            if (depth == 0 && text.startsWith(" in ", i)) {
                return i;
            }
        }
        return 0;
    }

    /// The text with everything inside brackets blanked out.
    private static String withoutBrackets(String text) {
        StringBuilder flat = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
            flat.append(depth == 0 ? c : '_');
        }
        return flat.toString();
    }
}
