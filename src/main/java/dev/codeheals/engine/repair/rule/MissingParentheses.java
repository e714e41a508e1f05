package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.function.Consumer;

/// A definition without its parameter list, and {@code import a from b}.
final class MissingParentheses extends SyntaxRule {
    MissingParentheses() {
        super("missing-parentheses", "SYN.IMPORT_FORM");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            int def = !tokens.isEmpty() && tokens.getFirst().is("async") ? 1 : 0;
            if (tokens.size() > def + 2 && tokens.get(def).is("def") && tokens.get(def + 2).is(":")) {
                options.accept(SyntaxOption.sure(0.96, "Add the parameter list", Replacement.insert(tokens.get(def + 1).end(), "()")));
            }
            if (tokens.size() == def + 2 && tokens.get(def).is("def")) {
                options.accept(SyntaxOption.sure(0.93, "Add the parameter list", Replacement.insert(tokens.get(def + 1).end(), "():")));
            }
            if (tokens.size() >= 4 && tokens.getFirst().is("import") && tokens.stream().anyMatch(t -> t.is("from"))) {
                swappedImport(place, tokens, options);
            }
            if (tokens.size() > 2 && tokens.getFirst().is("for") && tokens.get(1).is("(") && tokens.getLast().is(":") && tokens.get(tokens.size() - 2).is(")")) {
                options.accept(SyntaxOption.sure(0.9, "Write the loop without parentheses", new Replacement(tokens.get(1).start(), tokens.get(1).end(), ""),
                        new Replacement(tokens.get(tokens.size() - 2).start(), tokens.get(tokens.size() - 2).end(), "")));
            }
        }
    }

    private static void swappedImport(SyntaxPlace place, List<Token> tokens, Consumer<SyntaxOption> options) {
        int from = 0;
        while (!tokens.get(from).is("from")) {
            from++;
        }
        if (from > 1 && from + 1 < tokens.size()) {
            String names = place.text().substring(tokens.get(1).start(), tokens.get(from - 1).end());
            String module = place.text().substring(tokens.get(from + 1).start(), tokens.getLast().end());
            options.accept(SyntaxOption.sure(0.96, "Write from … import …", new Replacement(tokens.getFirst().start(), tokens.getLast().end(),
                    "from " + module + " import " + names)));
        }
    }
}
