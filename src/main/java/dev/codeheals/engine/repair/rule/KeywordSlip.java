package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// A misspelt or capitalised keyword: {@code whlie}, {@code retrun}, {@code If}.
final class KeywordSlip extends SyntaxRule {
    private static final List<String> KEYWORDS = List.of("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
            "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
            "return", "try", "while", "with", "yield", "match", "case");
    private static final double NEAR = 0.6;

    KeywordSlip() {
        super("keyword-slip");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.kind() == Token.Kind.NAME) {
                    slips(token, i == 0, options);
                }
            }
            glued(tokens, options);
        }
    }

    private static void slips(Token token, boolean first, Consumer<SyntaxOption> options) {
        String lower = token.text().toLowerCase(Locale.ROOT);
        for (String keyword : KEYWORDS) {
            if (keyword.equalsIgnoreCase(token.text()) && !keyword.equals(token.text())) {
                options.accept(SyntaxOption.sure(0.96, "Write " + keyword + " instead of " + token.text(), new Replacement(token.start(), token.end(), keyword)));
            } else if (token.text().length() > 1 && Names.score(lower, keyword.toLowerCase(Locale.ROOT)) >= NEAR) {
                double prior = (first ? 0.85 : 0.75) + 0.1 * Names.score(lower, keyword.toLowerCase(Locale.ROOT));
                options.accept(SyntaxOption.sure(prior, "Write " + keyword + " instead of " + token.text(), new Replacement(token.start(), token.end(), keyword)));
            }
        }
    }

    /// {@code returnx}, {@code ifx}, {@code defmain()}: a keyword without the blank after it.
    private static void glued(List<Token> tokens, Consumer<SyntaxOption> options) {
        if (tokens.isEmpty() || tokens.getFirst().kind() != Token.Kind.NAME) {
            return;
        }
        Token first = tokens.getFirst();
        for (String keyword : Set.of("return", "def", "class", "import", "from", "while", "for", "if", "elif", "print")) {
            if (first.text().startsWith(keyword) && first.text().length() > keyword.length()) {
                options.accept(SyntaxOption.sure(0.88, "Put a blank after " + keyword, Replacement.insert(first.start() + keyword.length(), " ")));
            }
        }
    }
}
