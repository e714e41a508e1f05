package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Other comparison operators and the other side of a boundary.
final class Comparisons implements EditOperator {
    private static final Map<String, Map<String, Double>> TWINS = Map.ofEntries(
            Map.entry("<", twins("<=", 0.55, ">", 0.35, ">=", 0.2, "!=", 0.1, "==", 0.08)),
            Map.entry("<=", twins("<", 0.55, ">=", 0.35, ">", 0.2, "==", 0.08)),
            Map.entry(">", twins(">=", 0.55, "<", 0.35, "<=", 0.2, "!=", 0.1, "==", 0.08)),
            Map.entry(">=", twins(">", 0.55, "<=", 0.35, "<", 0.2, "==", 0.08)),
            Map.entry("==", twins("!=", 0.4, "<=", 0.15, ">=", 0.15, "is", 0.03, "in", 0.1)),
            Map.entry("!=", twins("==", 0.4, "<", 0.1, ">", 0.1)),
            Map.entry("is", twins("==", 0.35, "is not", 0.35)),
            Map.entry("is not", twins("is", 0.35, "!=", 0.3)),
            Map.entry("in", twins("not in", 0.4, "==", 0.12)),
            Map.entry("not in", twins("in", 0.4)));

    private static final Pattern UNORDERED = Pattern.compile("not supported between instances|can't compare");
    private static final Set<String> ORDERING = Set.of("<", "<=", ">", ">=");
    static final Map<String, String> OPPOSITES = Map.of("<", ">=", ">=", "<", ">", "<=", "<=", ">", "==", "!=", "!=", "==", "in", "not in", "not in", "in", "is", "is not",
            "is not", "is");

    private static Map<String, Double> twins(Object... pairs) {
        Map<String, Double> twins = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            twins.put((String) pairs[i], (Double) pairs[i + 1]);
        }
        return twins;
    }

    @Override
    public String id() {
        return "comparison";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        // Asking for equality instead would only hide that the two cannot be compared.
        boolean unordered = UNORDERED.matcher(site.request().failure().reported().message()).find();
        boolean nothing = site.request().failure().reported().message().contains("NoneType");
        for (Expr.Compare compare : site.all(Expr.Compare.class)) {
            for (int i = 0; i < compare.ops().size(); i++) {
                String old = compare.ops().get(i);
                int start = compare.opStarts().get(i);
                Expr left = i == 0 ? compare.left() : compare.comparators().get(i - 1);
                int end = operatorEnd(site, old, start, compare.comparators().get(i).start());
                boolean noneTest = nothing && site.text(compare.comparators().get(i)).equals("None");
                TWINS.getOrDefault(old, Map.of()).entrySet().stream().filter(e -> !unordered || ORDERING.contains(e.getKey())).forEach(e -> edits.accept(Edit.replace(noneTest ? Math.min(0.9, e.getValue() * 2) : e.getValue(),
                        "Compare with " + e.getKey() + " instead of " + old, start, end, e.getKey())));
                boundary(site, compare.comparators().get(i), edits);
                if (i == 0) {
                    boundary(site, left, edits);
                }
            }
        }
    }

    /// {@code not in} may have any white space between its words.
    private static int operatorEnd(Site site, String operator, int start, int limit) {
        if (!operator.contains(" ")) {
            return start + operator.length();
        }
        String second = operator.substring(operator.indexOf(' ') + 1);
        int found = site.source().text().indexOf(second, start + operator.indexOf(' '));
        return found < 0 || found > limit ? start + operator.length() : found + second.length();
    }

    private static void boundary(Site site, Expr side, Consumer<Edit> edits) {
        boolean countable = switch (side) {
            case Expr.Name _, Expr.Call _, Expr.Attribute _, Expr.Subscript _, Expr.BinOp _ -> true;
            case Expr _ -> false;
        };
        boolean text = site.valueOf(side).map(v -> !v.type().equals("int") && !v.type().equals("float")).orElse(false);
        if (countable && !text) {
            edits.accept(Edit.replace(0.14, "Compare with one less", side, site.operand(side) + " - 1"));
            edits.accept(Edit.replace(0.14, "Compare with one more", side, site.operand(side) + " + 1"));
        }
    }
}
