package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Calls of the standard library that do something else than their name makes many expect.
final class LibraryTraps implements EditOperator {
    private static final Set<String> QUESTIONS = Set.of("exists", "is_file", "is_dir", "isdigit", "isalpha", "isupper", "islower", "isspace");
    private static final Set<String> FRESH = Set.of("[]", "{}", "set()", "list()", "dict()");

    @Override
    public String id() {
        return "library";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Call call : site.all(Expr.Call.class)) {
            switch (Site.called(call.function())) {
                case "groupby" -> neighboursOnly(site, call, edits);
                case "max", "min" -> largestKey(site, call, edits);
                case "fromkeys" -> sharedValue(site, call, edits);
                case "makedirs", "mkdir" -> thereAlready(site, call, edits);
                case "rstrip", "lstrip" -> anyOfTheSigns(call, edits);
                case "enumerate" -> countedFromOne(call, edits);
                case "list" -> withoutRepeats(site, call, edits);
                case "bool" -> anyText(site, call, edits);
                default -> { }
            }
            call.keywords().stream().filter(k -> "key".equals(k.name())).forEach(k -> {
                if (k.value() instanceof Expr.Call key && key.args().isEmpty() && key.keywords().isEmpty()) {
                    edits.accept(Edit.replace(0.6, "Hand over the function, not its result", key, site.text(key.function())));
                }
            });
        }
        for (Expr.Call call : site.all(Expr.Call.class)) {
            call.keywords().stream().filter(k -> "args".equals(k.name()) && isInParentheses(site, k.value()))
                    .forEach(k -> edits.accept(Edit.insert(0.9, "Pass a tuple of one", k.value().end(), ",")));
        }
        if (site.statement() instanceof Stmt.Assign assign) {
            unchangeable(site, assign, edits);
        }
        unasked(site, edits);
        for (Expr.Subscript subscript : site.all(Expr.Subscript.class)) {
            boolean first = subscript.index() instanceof Expr.Constant c && c.value().equals("0");
            boolean further = site.tree().parentOf(subscript).filter(p -> p instanceof Expr.Subscript).isPresent();
            if (first && !further && subscript.value() instanceof Expr.Call call && Site.called(call.function()).equals("most_common")) {
                edits.accept(Edit.insert(0.6, "Take what was counted, not the pair", subscript.end(), "[0]"));
            }
        }
    }

    /// A method that is not called, and a span of time of which only the rest of the last day is taken.
    private static void unasked(Site site, Consumer<Edit> edits) {
        for (Expr.Attribute attribute : site.all(Expr.Attribute.class)) {
            boolean called = site.tree().parentOf(attribute).filter(p -> p instanceof Expr.Call c && c.function().equals(attribute)).isPresent();
            if (!called && attribute.attr().equals("seconds")) {
                edits.accept(Edit.replace(0.6, "Count whole days too", attribute.nameStart(), attribute.end(), "total_seconds()"));
            } else if (!called && QUESTIONS.contains(attribute.attr())) {
                edits.accept(Edit.insert(0.7, "Ask the question: call " + attribute.attr(), attribute.end(), "()"));
            }
        }
    }

    /// {@code (n)} is no tuple.
    private static boolean isInParentheses(Site site, Expr value) {
        String text = site.source().text();
        boolean plain = value instanceof Expr.Name || value instanceof Expr.Constant || value instanceof Expr.Attribute;
        return plain && text.charAt(value.start() - 1) == '(' && value.end() < text.length() && text.charAt(value.end()) == ')';
    }

    /// What is to be taken off is a set of signs, not an ending.
    private static void anyOfTheSigns(Expr.Call call, Consumer<Edit> edits) {
        if (call.function() instanceof Expr.Attribute strip && call.args().size() == 1 && call.args().getFirst() instanceof Expr.Constant c && c.value().strip().length() > 1) {
            boolean end = strip.attr().equals("rstrip");
            edits.accept(Edit.replace(0.7, "Take off the whole " + (end ? "ending" : "beginning"), strip.nameStart(), strip.end(), end ? "removesuffix" : "removeprefix"));
        }
    }

    /// {@code enumerate} begins at nought, people at one.
    private static void countedFromOne(Expr.Call call, Consumer<Edit> edits) {
        if (call.args().size() == 1 && call.keywords().isEmpty()) {
            edits.accept(Edit.insert(0.4, "Count from one", call.end() - 1, ", start=1"));
        }
    }

    /// A set forgets in which order its members came.
    private static void withoutRepeats(Site site, Expr.Call call, Consumer<Edit> edits) {
        if (call.args().size() == 1 && call.args().getFirst() instanceof Expr.Call set && Site.called(set.function()).equals("set") && set.args().size() == 1) {
            String items = site.text(set.args().getFirst());
            edits.accept(Edit.replace(0.7, "Keep the order of the first appearance", call, "list(dict.fromkeys(" + items + "))"));
            edits.accept(Edit.replace(0.6, "Sort what is left without repeats", call, "sorted(set(" + items + "))"));
        }
    }

    /// Every text but the empty one is true.
    private static void anyText(Site site, Expr.Call call, Consumer<Edit> edits) {
        if (call.args().size() == 1 && site.valueOf(call.args().getFirst()).map(v -> v.type().equals("str")).orElse(true)) {
            edits.accept(Edit.replace(0.4, "Ask whether the text says true", call, site.operand(call.args().getFirst()) + ".lower() == \"true\""));
        }
    }

    private static void thereAlready(Site site, Expr.Call call, Consumer<Edit> edits) {
        boolean can = Site.called(call.function()).equals("makedirs") || (call.function() instanceof Expr.Attribute a && !site.text(a.value()).equals("os"));
        if (can && site.request().sealed().diagnosis().exceptionType().equals("FileExistsError") && call.keywords().stream().noneMatch(k -> "exist_ok".equals(k.name()))) {
            edits.accept(Edit.insert(0.9, "Be content with a folder that is there", call.end() - 1, call.args().isEmpty() && call.keywords().isEmpty() ? "exist_ok=True" : ", exist_ok=True"));
        }
    }

    /// A named tuple is not changed, but replaced by another.
    private static void unchangeable(Site site, Stmt.Assign assign, Consumer<Edit> edits) {
        boolean cannot = site.crashes() && site.request().failure().reported().message().contains("can't set attribute");
        if (cannot && assign.targets().size() == 1 && assign.targets().getFirst() instanceof Expr.Attribute field && field.value() instanceof Expr.Name whole && !whole.id().equals("self")) {
            edits.accept(Edit.replace(0.9, "Replace " + whole.id() + " by one with another " + field.attr(), assign.start(), assign.value().end(),
                    whole.id() + " = " + whole.id() + "._replace(" + field.attr() + "=" + site.text(assign.value()) + ")"));
        }
    }

    /// {@code groupby} puts together only what stands side by side.
    private static void neighboursOnly(Site site, Expr.Call call, Consumer<Edit> edits) {
        boolean sorted = call.args().isEmpty() || (call.args().getFirst() instanceof Expr.Call inner && Site.called(inner.function()).equals("sorted"));
        if (!sorted) {
            Optional<Expr> key = call.args().size() > 1 ? Optional.of(call.args().get(1)) : call.keywords().stream().filter(k -> "key".equals(k.name())).map(Node.Keyword::value).findFirst();
            String by = key.map(k -> ", key=" + site.text(k)).orElse("");
            edits.accept(Edit.replace(0.6, "Sort before grouping", call.args().getFirst(), "sorted(" + site.text(call.args().getFirst()) + by + ")"));
        }
    }

    /// Of a dictionary the greatest key, not the key with the greatest value.
    private static void largestKey(Site site, Expr.Call call, Consumer<Edit> edits) {
        if (call.args().size() != 1 || !call.keywords().isEmpty() || !(call.args().getFirst() instanceof Expr.Name || call.args().getFirst() instanceof Expr.Attribute)) {
            return;
        }
        Optional<String> type = site.valueOf(call.args().getFirst()).map(ValueFacts::type);
        if (type.map(t -> Set.of("dict", "defaultdict", "Counter").contains(t)).orElse(true)) {
            String mapping = site.text(call.args().getFirst());
            edits.accept(Edit.insert(type.isPresent() ? 0.7 : 0.4, "Take the key with the " + (Site.called(call.function()).equals("max") ? "greatest" : "least") + " value", call.args().getFirst().end(),
                    ", key=" + mapping + ".get"));
        }
    }

    /// All keys get the very same list.
    private static void sharedValue(Site site, Expr.Call call, Consumer<Edit> edits) {
        List<Expr> args = call.args();
        if (args.size() == 2 && FRESH.contains(site.text(args.get(1))) && site.text(call.function()).equals("dict.fromkeys")) {
            edits.accept(Edit.replace(0.8, "Give each key a value of its own", call, "{key: " + site.text(args.get(1)) + " for key in " + site.text(args.getFirst()) + "}"));
        }
    }
}
