package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Arguments that library functions read in a language of their own: patterns, file modes, types.
final class Arguments implements EditOperator {
    private static final Set<String> MATCHING = Set.of("match", "search", "fullmatch", "split", "sub", "subn", "findall", "finditer", "compile");
    private static final List<String> FILLED = List.of("list", "int", "set", "dict");
    private static final Map<String, List<String>> MODES = Map.of("w", List.of("a", "x"), "a", List.of("w"), "r", List.of("rb"), "rb", List.of("r"), "wb", List.of("ab", "w"));
    private static final Map<String, List<String>> WIDER = Map.of("list", List.of("(list, tuple)", "(list, tuple, set)"), "tuple", List.of("(list, tuple)"), "int", List.of("(int, float)"),
            "float", List.of("(int, float)"), "str", List.of("(str, bytes)"), "dict", List.of("(dict, list)"), "set", List.of("(set, frozenset)"));
    private static final Map<String, List<String>> TWINS = Map.of("match", List.of("search", "fullmatch"), "search", List.of("match", "fullmatch"),
            "fullmatch", List.of("match", "search"), "findall", List.of("finditer"));
    private static final Pattern ANY_SIGN = Pattern.compile("(?<!\\\\)\\.(?![*+?{])");
    private static final Pattern REPEATED = Pattern.compile("(?<!\\\\)[*+](?!\\?)");

    @Override
    public String id() {
        return "argument";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Call call : site.all(Expr.Call.class)) {
            switch (call.function()) {
                case Expr.Attribute a when a.value() instanceof Expr.Name re && re.id().equals("re") && MATCHING.contains(a.attr()) && !call.args().isEmpty() -> {
                    pattern(site, call.args().getFirst(), edits);
                    TWINS.getOrDefault(a.attr(), List.of()).forEach(twin -> edits.accept(Edit.replace(0.25, "Call " + twin + " instead of " + a.attr(), a.nameStart(), a.end(), twin)));
                }
                case Expr function when Site.called(function).equals("defaultdict") && call.args().size() == 1 -> FILLED.stream().filter(k -> !k.equals(site.text(call.args().getFirst())))
                        .forEach(k -> edits.accept(Edit.replace(0.3, "Begin each entry as a " + k, call.args().getFirst(), k)));
                case Expr.Name n when n.id().equals("isinstance") && call.args().size() == 2 -> wider(site, call.args().get(1), edits);
                case Expr function when Site.called(function).equals("open") -> mode(call, edits);
                case Expr _ -> { }
            }
        }
    }

    /// A dot that is to mean itself, a repetition that is to begin at nothing or at one, or to take as little as it can.
    private static void pattern(Site site, Expr argument, Consumer<Edit> edits) {
        if (!(argument instanceof Expr.Constant c) || c.kind() != Expr.ConstantKind.STRING) {
            return;
        }
        String text = site.text(c);
        boolean raw = text.startsWith("r");
        Matcher dot = ANY_SIGN.matcher(text);
        if (dot.find()) {
            edits.accept(Edit.insert(c.value().length() == 1 ? 0.8 : 0.3, "Let the dot mean itself", c.start() + dot.start(), raw ? "\\" : "\\\\"));
        }
        for (Matcher repeated = REPEATED.matcher(text); repeated.find();) {
            int at = c.start() + repeated.start();
            edits.accept(Edit.replace(0.2, "Repeat from " + (repeated.group().equals("*") ? "one" : "nothing") + " on", at, at + 1, repeated.group().equals("*") ? "+" : "*"));
            edits.accept(Edit.insert(0.2, "Take as little as possible", at + 1, "?"));
        }
    }

    private static void wider(Site site, Expr type, Consumer<Edit> edits) {
        WIDER.getOrDefault(site.text(type), List.of()).forEach(both -> edits.accept(Edit.replace(0.3, "Take " + both + " for " + site.text(type), type, both)));
    }

    private static void mode(Expr.Call call, Consumer<Edit> edits) {
        Optional<Expr> mode = call.keywords().stream().filter(k -> "mode".equals(k.name())).map(Node.Keyword::value).findFirst()
                .or(() -> call.args().size() > 1 ? Optional.of(call.args().get(1)) : Optional.empty());
        mode.filter(m -> m instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING).map(Expr.Constant.class::cast).ifPresent(m ->
                MODES.getOrDefault(m.value(), List.of()).forEach(other -> edits.accept(Edit.replace(0.35, "Open the file in mode " + other, m.start() + 1, m.end() - 1, other))));
    }
}
