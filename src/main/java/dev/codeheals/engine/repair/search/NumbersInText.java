package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Parts of a text that are compared or kept as text though they are numbers: {@code "10" < "9"}.
final class NumbersInText implements EditOperator {
    private static final Set<String> SPLITTING = Set.of("split", "rsplit", "splitlines", "findall", "groups");
    private static final Set<String> ORDERING = Set.of("sorted", "max", "min");
    private static final Set<String> GATHERING = Set.of("tuple", "list", "sorted", "set", "max", "min");

    @Override
    public String id() {
        return "numbers-in-text";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Call call : site.all(Expr.Call.class)) {
            if (call.function() instanceof Expr.Attribute method && SPLITTING.contains(method.attr())) {
                split(site, call, edits);
            }
        }
        for (Node.Keyword key : site.all(Expr.Call.class).stream().flatMap(c -> c.keywords().stream()).filter(k -> "key".equals(k.name())).toList()) {
            if (key.value() instanceof Expr.Lambda lambda && (lambda.body() instanceof Expr.Subscript || lambda.body() instanceof Expr.Attribute || lambda.body() instanceof Expr.Call)) {
                edits.accept(Edit.replace(0.25, "Order by the number", lambda.body(), "int(" + site.text(lambda.body()) + ")"));
            }
        }
        for (Expr.Call call : site.all(Expr.Call.class)) {
            boolean keyed = call.keywords().stream().anyMatch(k -> "key".equals(k.name()));
            if (!keyed && ORDERING.contains(Site.called(call.function())) && call.args().size() == 1) {
                edits.accept(Edit.insert(0.15, "Order as numbers", call.args().getFirst().end(), ", key=int"));
            }
        }
    }

    private static void split(Site site, Expr.Call call, Consumer<Edit> edits) {
        Optional<Node> parent = site.tree().parentOf(call);
        boolean gathered = parent.filter(p -> p instanceof Expr.Call outer && outer.args().size() == 1 && GATHERING.contains(Site.called(outer.function()))).isPresent();
        if (gathered) {
            edits.accept(Edit.replace(0.45, "Take the parts as numbers", call, "int(part) for part in " + site.text(call)));
        } else {
            edits.accept(Edit.replace(0.25, "Take the parts as numbers", call, "[int(part) for part in " + site.text(call) + "]"));
        }
    }
}
