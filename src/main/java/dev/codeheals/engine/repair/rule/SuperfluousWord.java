package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A word or sign Python does without: {@code lambda x: return x}, {@code if x then:}, {@code int n = 3}, {@code @property:};
/// and the {@code in} that {@code for i range(3)} lacks.
final class SuperfluousWord extends SyntaxRule {
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("int", "int"), Map.entry("str", "str"), Map.entry("float", "float"),
            Map.entry("bool", "bool"), Map.entry("list", "list"), Map.entry("dict", "dict"), Map.entry("set", "set"), Map.entry("tuple", "tuple"),
            Map.entry("string", "str"), Map.entry("String", "str"), Map.entry("double", "float"), Map.entry("boolean", "bool"), Map.entry("char", "str"),
            Map.entry("long", "int"));
    private static final Set<String> MARKS = Set.of("public", "private", "protected", "static", "final", "abstract", "auto", "mut", "local", "my", "val");

    SuperfluousWord() {
        super("superfluous-word");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is(":") && tokens.get(i + 1).is("return") && i + 2 < tokens.size() && lambdaBefore(tokens, i)) {
                    options.accept(SyntaxOption.sure(0.97, "Leave out the return of the lambda",
                            Replacement.delete(tokens.get(i + 1).start(), tokens.get(i + 2).start())));
                }
            }
            header(tokens, options);
            types(tokens, options);
            missingIn(tokens, options);
        }
    }

    private static boolean lambdaBefore(List<Token> tokens, int colon) {
        return tokens.subList(0, colon).stream().anyMatch(t -> t.is("lambda"));
    }

    private static void header(List<Token> tokens, Consumer<SyntaxOption> options) {
        int last = tokens.size() - 1;
        if (last < 1) {
            return;
        }
        Token first = tokens.getFirst();
        boolean word = tokens.get(last - 1).is("then") || tokens.get(last - 1).is("do");
        if (last > 2 && tokens.get(last).is(":") && word) {
            options.accept(SyntaxOption.sure(0.97, "Leave out " + tokens.get(last - 1).text(),
                    Replacement.delete(tokens.get(last - 2).end(), tokens.get(last - 1).end())));
        }
        if (first.is("@") && tokens.get(last).is(":")) {
            options.accept(SyntaxOption.sure(0.97, "Leave out the colon after the decorator", Replacement.delete(tokens.get(last).start(), tokens.get(last).end())));
        }
        if (MARKS.contains(first.text()) && first.kind() == Token.Kind.NAME) {
            int next = 0;
            while (next < last && MARKS.contains(tokens.get(next).text())) {
                next++;
            }
            options.accept(SyntaxOption.sure(0.95, "Leave out " + first.text(), Replacement.delete(first.start(), tokens.get(next).start())));
        }
    }

    /// {@code int x = 3} and {@code def f(int a, str b)}; the type becomes an annotation.
    private static void types(List<Token> tokens, Consumer<SyntaxOption> options) {
        List<Replacement> all = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token type = tokens.get(i);
            Token name = tokens.get(i + 1);
            String before = i == 0 ? "" : tokens.get(i - 1).text();
            boolean place = i == 0 ? tokens.get(2).is("=") : (before.equals("(") || before.equals(",")) && tokens.getFirst().is("def");
            if (place && TYPES.containsKey(type.text()) && name.kind() == Token.Kind.NAME) {
                all.add(new Replacement(type.start(), name.end(), i == 0 ? name.text() : name.text() + ": " + TYPES.get(type.text())));
            }
        }
        if (!all.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.96, "Write types as Python does", all));
        }
    }

    private static void missingIn(List<Token> tokens, Consumer<SyntaxOption> options) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is("for")) {
                continue;
            }
            int at = i + 1;
            while (at + 2 < tokens.size() && tokens.get(at).kind() == Token.Kind.NAME && tokens.get(at + 1).is(",")) {
                at += 2;
            }
            if (at + 1 < tokens.size() && tokens.get(at).kind() == Token.Kind.NAME && startsValue(tokens.get(at + 1))) {
                options.accept(SyntaxOption.sure(0.97, "Add the missing in", Replacement.insert(tokens.get(at).end(), " in")));
            }
        }
    }

    private static boolean startsValue(Token token) {
        return token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.STRING || token.is("[") || token.is("(") || token.is("{");
    }
}
