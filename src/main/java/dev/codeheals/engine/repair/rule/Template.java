package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an old API is written as, and what to write instead, with {@code $x} for arguments.
///
/// @param parameters what the arguments must be; null where the name is replaced whether it is called or not
/// @param write      the new text
record Template(@Nullable List<String> parameters, String write) {
    private static final Pattern HOLE = Pattern.compile("\\*?\\$(\\w+)");

    /// The text to write for a use of the API; empty if the use has another shape.
    ///
    /// @param receiver the value before the dot; null for a bare name
    /// @param call     the call; null if it is not called
    Optional<String> fill(Fault fault, @Nullable Expr receiver, Expr.@Nullable Call call) {
        Map<String, String> holes = new HashMap<>();
        if (receiver != null) {
            holes.put("o", operand(fault, receiver));
        }
        if (parameters == null) {
            return Optional.of(filled(holes));
        }
        return call != null && bind(fault, call, holes) ? Optional.of(filled(holes)) : Optional.empty();
    }

    private boolean bind(Fault fault, Expr.Call call, Map<String, String> holes) {
        List<Node> given = new ArrayList<>(call.args());
        given.addAll(call.keywords());
        int next = 0;
        for (String parameter : parameters == null ? List.<String>of() : parameters) {
            if (parameter.startsWith("*$")) {
                holes.put(parameter.substring(2), String.join(", ", given.subList(next, given.size()).stream().map(fault::text).toList()));
                return true;
            }
            if (next >= given.size() || !fits(fault, parameter, given.get(next), holes)) {
                return false;
            }
            next++;
        }
        return next == given.size();
    }

    private static boolean fits(Fault fault, String parameter, Node given, Map<String, String> holes) {
        int equals = parameter.indexOf("=$");
        if (equals >= 0) {
            return given instanceof Node.Keyword k && parameter.substring(0, equals).equals(k.name()) && put(fault, holes, parameter.substring(equals + 2), k.value());
        }
        boolean plain = given instanceof Expr && !(given instanceof Expr.Starred);
        String hole = parameter.substring(1);
        return plain && (!hole.endsWith(":dict") || given instanceof Expr.DictExpr) && put(fault, holes, hole.replace(":dict", ""), (Expr) given);
    }

    private static boolean put(Fault fault, Map<String, String> holes, String hole, Expr value) {
        holes.put(hole, operand(fault, value));
        return true;
    }

    /// An argument may stand beside an operator or a dot in the new text, so that a compound one needs parentheses.
    private static String operand(Fault fault, Expr value) {
        String text = fault.text(value);
        return switch (value) {
            case Expr.BinOp _, Expr.BoolOp _, Expr.Compare _, Expr.IfExp _, Expr.Lambda _, Expr.UnaryOp _, Expr.Await _, Expr.NamedExpr _ -> "(" + text + ")";
            case Expr.Comp c when text.charAt(0) != '(' && c.kind() == Expr.ComprehensionKind.GENERATOR -> "(" + text + ")";
            default -> text;
        };
    }

    private String filled(Map<String, String> holes) {
        Matcher m = HOLE.matcher(write);
        StringBuilder text = new StringBuilder();
        while (m.find()) {
            String value = holes.getOrDefault(m.group(1), "");
            boolean spread = m.group().startsWith("*");
            boolean rest = parameters != null && parameters.contains("*$" + m.group(1));
            boolean argument = standsAlone(m.start(), m.end());
            String bare = argument && !rest && value.startsWith("(") && value.endsWith(")") && isWrapped(value) ? value.substring(1, value.length() - 1) : value;
            m.appendReplacement(text, Matcher.quoteReplacement(spread && !rest ? "*" + value : bare));
        }
        m.appendTail(text);
        return text.toString().replaceAll(", (?=[)\\]])", "");
    }

    /// Whether the hole is a whole argument of its own, where parentheses are noise.
    private boolean standsAlone(int start, int end) {
        return start > 0 && end < write.length() && "(,[ ".indexOf(write.charAt(start - 1)) >= 0 && ",)]".indexOf(write.charAt(end)) >= 0
                && (write.charAt(start - 1) != ' ' || write.charAt(start - 2) == ',');
    }

    private static boolean isWrapped(String value) {
        int depth = 0;
        for (int i = 0; i < value.length() - 1; i++) {
            depth += value.charAt(i) == '(' ? 1 : value.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
