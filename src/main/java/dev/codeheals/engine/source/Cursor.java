package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Token.Kind;
import java.util.List;

/// A place in the significant tokens of a text.
final class Cursor {
    private final Token[] tokens;
    private int index;

    Cursor(List<Token> all) {
        tokens = all.stream().filter(Tokens::isSignificant).toArray(Token[]::new);
    }

    Token peek() {
        return tokens[index];
    }

    Token peek(int ahead) {
        return tokens[Math.min(index + ahead, tokens.length - 1)];
    }

    /// The current token, stepping past it; END is never passed.
    Token next() {
        Token token = tokens[index];
        if (index < tokens.length - 1) {
            index++;
        }
        return token;
    }

    boolean at(String text) {
        return tokens[index].text().equals(text);
    }

    boolean at(Kind kind) {
        return tokens[index].kind() == kind;
    }

    boolean accept(String text) {
        boolean there = at(text);
        if (there) {
            next();
        }
        return there;
    }

    Token expect(String text) {
        if (at(text)) {
            return next();
        }
        boolean comma = text.length() == 1 && ")]}".contains(text) && startsExpression();
        throw unparsed(comma ? "invalid syntax. Perhaps you forgot a comma?" : "expected '" + text + "'");
    }

    Token expectName() {
        if (at(Kind.NAME)) {
            return next();
        }
        throw unparsed("invalid syntax");
    }

    /// Where the last token taken ended.
    int lastEnd() {
        return index == 0 ? tokens[0].start() : tokens[index - 1].end();
    }

    int position() {
        return index;
    }

    void back(int position) {
        index = position;
    }

    Unparsed unparsed(String reason) {
        return new Unparsed(reason, peek().start());
    }

    /// Whether the current token can begin an expression; a bad token counts, so that it is the one complained about.
    boolean startsExpression() {
        return startsExpression(peek());
    }

    static boolean startsExpression(Token token) {
        return switch (token.kind()) {
            case NAME, NUMBER, STRING, ERROR -> true;
            case KEYWORD -> switch (token.text()) {
                case "None", "True", "False", "not", "lambda", "await" -> true;
                default -> false;
            };
            case OPERATOR -> switch (token.text()) {
                case "(", "[", "{", "-", "+", "~", "*", "..." -> true;
                default -> false;
            };
            case NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, END -> false;
        };
    }
}
