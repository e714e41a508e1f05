package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Sibling functions and methods, swapped or missing arguments, and conversions put round a value or taken off.
final class Calls implements EditOperator {
    private static final Map<String, List<String>> TWINS = Map.ofEntries(
            Map.entry("min", List.of("max", "sum")), Map.entry("max", List.of("min", "sum")), Map.entry("any", List.of("all")),
            Map.entry("all", List.of("any")), Map.entry("append", List.of("extend", "insert")), Map.entry("extend", List.of("append")),
            Map.entry("lower", List.of("upper")), Map.entry("upper", List.of("lower", "title")), Map.entry("title", List.of("capitalize", "upper")),
            Map.entry("capitalize", List.of("title", "upper")), Map.entry("keys", List.of("values", "items")),
            Map.entry("values", List.of("keys", "items")), Map.entry("items", List.of("keys", "values")), Map.entry("find", List.of("rfind")),
            Map.entry("rfind", List.of("find")), Map.entry("index", List.of("rindex")), Map.entry("startswith", List.of("endswith")),
            Map.entry("endswith", List.of("startswith")), Map.entry("floor", List.of("ceil")), Map.entry("ceil", List.of("floor")),
            Map.entry("int", List.of("round", "float")), Map.entry("round", List.of("int")), Map.entry("float", List.of("int")),
            Map.entry("sum", List.of("len", "max")), Map.entry("len", List.of("sum", "max")), Map.entry("lstrip", List.of("rstrip", "strip")),
            Map.entry("rstrip", List.of("lstrip", "strip")), Map.entry("strip", List.of("rstrip", "lstrip")), Map.entry("popleft", List.of("pop")),
            Map.entry("pop", List.of("popleft")), Map.entry("list", List.of("set", "sorted")), Map.entry("set", List.of("list", "sorted")),
            Map.entry("union", List.of("intersection")), Map.entry("intersection", List.of("union")), Map.entry("add", List.of("remove", "discard")),
            Map.entry("discard", List.of("add")), Map.entry("isalpha", List.of("isalnum", "isdigit")), Map.entry("isalnum", List.of("isalpha")),
            Map.entry("isdigit", List.of("isalpha", "isalnum")), Map.entry("islower", List.of("isupper")), Map.entry("isupper", List.of("islower")),
            Map.entry("sin", List.of("cos")), Map.entry("cos", List.of("sin")), Map.entry("mean", List.of("median")), Map.entry("median", List.of("mean")),
            Map.entry("degrees", List.of("radians")), Map.entry("radians", List.of("degrees")), Map.entry("heappush", List.of("heappop")),
            Map.entry("ljust", List.of("rjust")), Map.entry("rjust", List.of("ljust")), Map.entry("read", List.of("readlines")));
    private static final Set<String> LAZY = Set.of("map", "filter", "zip", "reversed", "enumerate", "iter");
    private static final Set<String> CONVERSIONS = Set.of("int", "str", "float", "list", "set", "sorted", "abs", "len", "round", "tuple", "reversed", "bool");

    private static final Map<Node.ParameterKind, String> STARS = Map.of(Node.ParameterKind.VAR_POSITIONAL, "*", Node.ParameterKind.VAR_KEYWORD, "**");

    @Override
    public String id() {
        return "call";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Call call : site.all(Expr.Call.class)) {
            twins(call, edits);
            arguments(site, call, edits);
            missing(site, call, edits);
            leftToDefault(site, call, edits);
            unwrapped(site, call, edits);
        }
        for (Expr.Compare compare : site.all(Expr.Compare.class)) {
            compare.comparators().forEach(side -> normalised(site, side, edits));
            normalised(site, compare.left(), edits);
            bothSides(compare, edits);
        }
        if (site.statement() instanceof Stmt.Return result && result.value() != null) {
            wrapped(site, result.value(), edits);
        }
        if (site.statement() instanceof Stmt.Assign assign) {
            copied(site, assign.value(), edits);
            kept(site, assign.value(), edits);
        }
    }

    private static void twins(Expr.Call call, Consumer<Edit> edits) {
        String name = switch (call.function()) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a -> a.attr();
            case Expr _ -> "";
        };
        int start = call.function().end() - name.length();
        for (String twin : TWINS.getOrDefault(name, List.of())) {
            edits.accept(Edit.replace(0.3, "Call " + twin + " instead of " + name, start, start + name.length(), twin));
        }
        if (name.equals("split") && call.args().size() == 1 && call.args().getFirst() instanceof Expr.Constant c && c.value().isBlank() && !c.value().isEmpty()) {
            if (c.value().equals("\n")) {
                edits.accept(Edit.replace(0.3, "Split into lines", start, call.end(), "splitlines()"));
            }
            edits.accept(Edit.replace(0.35, "Split at any white space", call.args().getFirst(), ""));
        }
        boolean bare = call.args().isEmpty() && call.keywords().isEmpty() && call.function() instanceof Expr.Attribute;
        if (bare && (name.equals("pop") || name.equals("popitem"))) {
            edits.accept(Edit.insert(0.4, "Take the first instead of the last", call.end() - 1, name.equals("pop") ? "0" : "last=False"));
        }
        if (name.equals("get") && call.args().size() == 1) {
            edits.accept(Edit.insert(0.2, "Count a missing key as 0", call.args().getFirst().end(), ", 0"));
        }
    }

    private static void arguments(Site site, Expr.Call call, Consumer<Edit> edits) {
        List<Expr> args = call.args();
        for (int i = 0; i + 1 < args.size(); i++) {
            Expr one = args.get(i);
            Expr two = args.get(i + 1);
            edits.accept(Edit.replace(0.28, "Swap the arguments " + site.text(one) + " and " + site.text(two), one.start(), two.end(),
                    site.text(two) + site.source().text().substring(one.end(), two.start()) + site.text(one)));
        }
        site.function().ifPresent(f -> f.args().parameters().stream().filter(p -> STARS.containsKey(p.kind()))
                .forEach(p -> args.stream().filter(a -> a instanceof Expr.Name name && name.id().equals(p.name())
                        && !(call.function() instanceof Expr.Name called && (CONVERSIONS.contains(called.id()) || called.id().equals("dict"))))
                        .forEach(a -> edits.accept(Edit.insert(0.8, "Hand on the " + p.name() + " one by one", a.start(), STARS.getOrDefault(p.kind(), "*"))))));
        if (args.size() > 1) {
            edits.accept(Edit.replace(0.06, "Drop the last argument", args.get(args.size() - 2).end(), args.getLast().end(), ""));
        }
    }

    /// Where an argument is missing, every name at hand at every place; the one named like the parameter first.
    private static void missing(Site site, Expr.Call call, Consumer<Edit> edits) {
        String message = site.request().failure().reported().message();
        if (!message.contains("missing") || !message.contains("argument") || !call.keywords().isEmpty() || call.args().isEmpty()) {
            return;
        }
        for (String name : site.ownNames()) {
            double prior = message.contains("'" + name + "'") ? 0.8 : 0.4;
            if (call.args().stream().noneMatch(a -> site.text(a).equals(name))) {
                call.args().forEach(a -> edits.accept(Edit.insert(prior, "Pass " + name + " too", a.start(), name + ", ")));
                edits.accept(Edit.insert(prior, "Pass " + name + " too", call.args().getLast().end(), ", " + name));
            }
        }
    }

    /// A parameter with a default, for which a value of that very name is at hand.
    private static void leftToDefault(Site site, Expr.Call call, Consumer<Edit> edits) {
        if (!(call.function() instanceof Expr.Name name) || call.args().isEmpty() || call.args().stream().anyMatch(Expr.Starred.class::isInstance)) {
            return;
        }
        List<Node.Parameter> takes = Optional.ofNullable(site.module().classes().get(name.id())).flatMap(c -> c.constructor()).map(s -> s.parameters())
                .orElseGet(() -> site.tree().all(Stmt.FunctionDef.class).stream().filter(f -> f.name().id().equals(name.id())).findFirst().map(f -> f.args().parameters()).orElse(List.of()));
        List<Node.Parameter> open = takes.stream().filter(p -> !p.name().equals("self")).skip(call.args().size())
                .filter(p -> call.keywords().stream().noneMatch(k -> p.name().equals(k.name()))).toList();
        for (int i = 0; i < open.size(); i++) {
            String wanted = open.get(i).name();
            boolean own = site.function().filter(f -> !f.args().parameters().isEmpty() && f.args().parameters().getFirst().name().equals("self")).isPresent()
                    && site.tree().enclosing(Stmt.ClassDef.class, call.start()).map(c -> site.module().classes().get(c.name().id()))
                    .filter(c -> c.member(wanted).isPresent()).isPresent();
            String value = site.ownNames().contains(wanted) ? wanted : own ? "self." + wanted : "";
            if (!value.isEmpty()) {
                edits.accept(Edit.insert(0.5, "Pass " + value + " too", call.end() - 1, (i == 0 && call.keywords().isEmpty() ? ", " : ", " + wanted + "=") + value));
            }
        }
    }

    private static void unwrapped(Site site, Expr.Call call, Consumer<Edit> edits) {
        boolean conversion = call.function() instanceof Expr.Name n && CONVERSIONS.contains(n.id());
        if (conversion && call.args().size() == 1 && call.keywords().isEmpty() && !(call.args().getFirst() instanceof Expr.Comp)) {
            edits.accept(Edit.replace(0.15, "Use " + site.text(call.args().getFirst()) + " as it is", call, site.operand(call.args().getFirst())));
        }
        if (call.function() instanceof Expr.Attribute a && call.args().isEmpty() && call.keywords().isEmpty()) {
            edits.accept(Edit.replace(0.08, "Leave out " + a.attr() + "()", call, site.text(a.value())));
        }
    }

    private static void normalised(Site site, Expr side, Consumer<Edit> edits) {
        String type = site.valueOf(side).map(ValueFacts::type).orElse("");
        boolean plain = side instanceof Expr.Name || side instanceof Expr.Attribute || side instanceof Expr.Subscript || side instanceof Expr.Call;
        if (plain && (type.equals("str") || type.isEmpty())) {
            edits.accept(Edit.insert(0.1, "Compare in lower case", side.end(), ".lower()"));
            edits.accept(Edit.insert(0.08, "Compare without white space", side.end(), ".strip()"));
        }
        if (plain && !type.equals("str")) {
            edits.accept(Edit.replace(0.08, "Compare the absolute value", side, "abs(" + site.text(side) + ")"));
        }
    }

    /// {@code set(a) == set(b)} that should count too.
    private static void bothSides(Expr.Compare compare, Consumer<Edit> edits) {
        if (compare.comparators().size() == 1 && compare.left() instanceof Expr.Call one && compare.comparators().getFirst() instanceof Expr.Call two
                && one.function() instanceof Expr.Name name && two.function() instanceof Expr.Name other && name.id().equals(other.id())) {
            for (String twin : TWINS.getOrDefault(name.id(), List.of())) {
                edits.accept(new Edit(0.35, "Compare by " + twin + " instead of " + name.id(), List.of(new Replacement(name.start(), name.end(), twin),
                        new Replacement(other.start(), other.end(), twin))));
            }
        }
    }

    private static void wrapped(Site site, Expr value, Consumer<Edit> edits) {
        String text = site.text(value);
        for (String function : List.of("sorted", "list", "abs", "int", "round", "len", "str", "tuple", "set")) {
            edits.accept(Edit.replace(function.equals("sorted") || function.equals("list") ? 0.14 : 0.08, "Return " + function + "(…)", value,
                    function + "(" + text + ")"));
        }
        edits.accept(Edit.replace(0.08, "Return it rounded to two digits", value, "round(" + text + ", 2)"));
        edits.accept(Edit.replace(0.1, "Return it the other way round", value, site.operand(value) + "[::-1]"));
        if (value instanceof Expr.Comp || value instanceof Expr.Name || value instanceof Expr.Call) {
            edits.accept(Edit.insert(0.14, "Return it without the first", value.end(), "[1:]"));
            edits.accept(Edit.insert(0.13, "Return it without the last", value.end(), "[:-1]"));
        }
        edits.accept(Edit.replace(0.08, "Return the opposite sign", value, "-" + site.operand(value)));
    }

    /// An iterator that got a name may be used up before it is read again.
    private static void kept(Site site, Expr value, Consumer<Edit> edits) {
        boolean generator = value instanceof Expr.Comp comp && comp.kind() == Expr.ComprehensionKind.GENERATOR;
        boolean lazy = value instanceof Expr.Call call && call.function() instanceof Expr.Name name && LAZY.contains(name.id());
        if (generator || lazy) {
            String text = site.text(value);
            edits.accept(Edit.replace(generator ? 0.7 : 0.5, "Keep the values in a list", value,
                    generator && text.startsWith("(") ? "[" + text.substring(1, text.length() - 1) + "]" : "list(" + text + ")"));
        }
    }

    /// A list or dict that is assigned is shared; the bug may be that it is changed through both names.
    private static void copied(Site site, Expr value, Consumer<Edit> edits) {
        boolean name = value instanceof Expr.Name || value instanceof Expr.Attribute || value instanceof Expr.Subscript;
        String type = site.valueOf(value).map(ValueFacts::type).orElse("");
        if (name && (type.isEmpty() || Set.of("list", "dict", "set").contains(type))) {
            edits.accept(Edit.insert(0.12, "Work on a copy", value.end(), ".copy()"));
        }
    }
}
