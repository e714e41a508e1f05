package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Whatever else one token more or less on the broken line mends.
final class OneToken extends SyntaxRule {
    private static final Map<String, Double> INSERTED = Map.of(" in ", 0.78, " = ", 0.55, ", ", 0.5, ".", 0.45, ")", 0.6, "(", 0.4, ":", 0.7, " == ", 0.4,
            " and ", 0.35, " + ", 0.35);
    private static final int MOST_TOKENS = 60;

    OneToken() {
        super("one-token", "SYN.UNMATCHED_BRACKET");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (place.fault().parsed().isValid()) {
            return;
        }
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            if (tokens.size() > MOST_TOKENS) {
                continue;
            }
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                boolean sign = token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.ERROR;
                boolean literal = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER;
                boolean doubled = i > 0 && tokens.get(i - 1).text().equals(token.text());
                if ((!literal || doubled) && !glues(place.text(), token)) {
                    options.accept(SyntaxOption.unsure(doubled ? 0.78 : sign ? 0.6 : 0.3, "Remove " + token.text(),
                            Replacement.delete(token.start(), i + 1 < tokens.size() && !sign ? tokens.get(i + 1).start() : signEnd(place.text(), token))));
                }
                INSERTED.forEach((text, prior) -> options.accept(SyntaxOption.unsure(prior - 0.002 * token.start() / (place.text().length() + 1.0),
                        "Insert " + text.strip(), Replacement.insert(token.end(), spaced(place.text(), token.end(), text)))));
            }
        }
    }

    /// With the blank behind it where there is one before it too.
    private static int signEnd(String text, Token token) {
        boolean apart = token.start() > 0 && text.charAt(token.start() - 1) == ' ' && token.end() < text.length() && text.charAt(token.end()) == ' ';
        return apart ? token.end() + 1 : token.end();
    }

    private static String spaced(String text, int at, String inserted) {
        boolean blank = at < text.length() && text.charAt(at) == ' ';
        return blank ? inserted.stripTrailing() : inserted;
    }

    /// Whether two words would run into one without the token between them.
    private static boolean glues(String text, Token token) {
        return token.start() > 0 && token.end() < text.length() && Character.isJavaIdentifierPart(text.charAt(token.start() - 1))
                && Character.isJavaIdentifierPart(text.charAt(token.end()));
    }
}
