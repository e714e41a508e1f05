package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The last argument of a call that works with fewer: one that the same call has elsewhere, or one more of the values at hand.
final class LostArguments implements EditOperator {
    private static final int MOST = 4;
    private static final Set<String> SEQUENCES = Set.of("list", "tuple", "str", "dict", "set", "range", "deque");
    private static final Set<String> NUMBERS = Set.of("int", "float", "bool");
    private static final Map<String, Set<String>> TAKES_MANY = Map.of("zip", SEQUENCES, "max", NUMBERS, "min", NUMBERS);

    @Override
    public String id() {
        return "lost-argument";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Call call : site.all(Expr.Call.class)) {
            if (!call.args().isEmpty() && call.keywords().isEmpty() && call.args().stream().noneMatch(Expr.Starred.class::isInstance)) {
                asElsewhere(site, call, edits);
                oneMore(site, call, edits);
            }
        }
    }

    /// {@code max(a, b)} beside {@code max(a, b, c)}.
    private static void asElsewhere(Site site, Expr.Call call, Consumer<Edit> edits) {
        List<String> given = call.args().stream().map(site::text).toList();
        Set<String> visible = site.names();
        site.tree().all(Expr.Call.class).stream().filter(other -> site.text(other.function()).equals(site.text(call.function())) && other.args().size() > given.size())
                .filter(other -> other.args().stream().limit(given.size()).map(site::text).toList().equals(given))
                .map(other -> other.args().subList(given.size(), other.args().size()))
                .filter(rest -> rest.stream().flatMap(Tree::walk).allMatch(n -> !(n instanceof Expr.Name name) || visible.contains(name.id())))
                .map(rest -> rest.stream().map(site::text).collect(Collectors.joining(", "))).distinct().limit(MOST)
                .forEach(rest -> edits.accept(Edit.insert(0.5, "Pass " + rest + " too, as elsewhere", call.args().getLast().end(), ", " + rest)));
    }

    private static void oneMore(Site site, Expr.Call call, Consumer<Edit> edits) {
        Set<String> wanted = call.function() instanceof Expr.Name name ? TAKES_MANY.getOrDefault(name.id(), Set.of()) : Set.of();
        Set<String> given = call.args().stream().map(site::text).collect(Collectors.toSet());
        if (wanted.isEmpty() || (call.args().size() == 1 && wanted.equals(NUMBERS))) {
            return;
        }
        double prior = call.args().size() == 1 ? 0.6 : 0.15;
        site.ownNames().stream().filter(name -> !given.contains(name) && site.local(name).map(ValueFacts::type).map(wanted::contains).orElse(true)).limit(MOST).forEach(name -> {
            edits.accept(Edit.insert(prior, "Take " + name + " too", call.args().getLast().end(), ", " + name));
            edits.accept(Edit.insert(prior / 2, "Take " + name + " first", call.args().getFirst().start(), name + ", "));
        });
    }
}
