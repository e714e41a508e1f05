package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The order of what is sorted: high to low, or high to low by one part of the key only.
final class Orders implements EditOperator {
    private static final Set<String> SORTING = Set.of("sorted", "sort");
    private static final Set<String> ORDERING = Set.of("sorted", "sort", "min", "max", "nlargest", "nsmallest");

    @Override
    public String id() {
        return "order";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Call call : site.all(Expr.Call.class)) {
            String name = switch (call.function()) {
                case Expr.Name n -> n.id();
                case Expr.Attribute a -> a.attr();
                case Expr _ -> "";
            };
            Optional<Expr.Lambda> key = call.keywords().stream().filter(k -> "key".equals(k.name()) && k.value() instanceof Expr.Lambda).map(k -> (Expr.Lambda) k.value()).findFirst();
            boolean parts = key.filter(k -> k.body() instanceof Expr.TupleExpr).isPresent();
            if (SORTING.contains(name)) {
                direction(site, call, parts, edits);
            }
            if (ORDERING.contains(name)) {
                key.ifPresent(k -> signs(site, k.body(), edits));
            }
        }
    }

    /// Where ties are settled by a second part of the key, turning the whole order round turns that round too.
    private static void direction(Site site, Expr.Call call, boolean parts, Consumer<Edit> edits) {
        boolean turned = call.keywords().stream().anyMatch(k -> "reverse".equals(k.name()));
        if (!turned) {
            String separator = call.args().isEmpty() && call.keywords().isEmpty() ? "" : ", ";
            edits.accept(Edit.insert(parts ? 0.14 : asksForReverse(site) ? 0.4 : 0.2, "Sort from high to low", call.end() - 1, separator + "reverse=True"));
        } else if (call.keywords().size() == 1) {
            int from = call.args().isEmpty() ? call.keywords().getFirst().start() : call.args().getLast().end();
            edits.accept(Edit.replace(0.25, "Sort from low to high", from, call.keywords().getFirst().end(), ""));
        }
    }

    /// Whether the test shows the same items in the opposite order.
    private static boolean asksForReverse(Site site) {
        return Expectation.of(site.request().failure().reported().message()).filter(Expectation::isReverse).isPresent();
    }

    private static void signs(Site site, Expr body, Consumer<Edit> edits) {
        List<Expr> parts = body instanceof Expr.TupleExpr tuple ? tuple.elements() : List.of(body);
        for (int i = 0; i < parts.size(); i++) {
            Expr part = parts.get(i);
            if (part instanceof Expr.UnaryOp) {
                continue;
            }
            edits.accept(Edit.insert(i == 0 && parts.size() > 1 ? 0.35 : 0.15, "Order by " + site.text(part) + " from high to low", part.start(), "-"));
        }
    }
}
