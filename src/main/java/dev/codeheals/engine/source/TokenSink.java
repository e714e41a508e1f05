package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.List;

/// The tokens and faults of a text as they are found.
final class TokenSink {
    private static final String[] SINGLE = new String[128];

    static {
        for (char c = 0; c < 128; c++) {
            SINGLE[c] = String.valueOf(c);
        }
    }

    private final String text;
    private final List<Token> tokens;
    private final List<SyntaxFault> faults = new ArrayList<>();

    TokenSink(String text, int expected) {
        this.text = text;
        this.tokens = new ArrayList<>(expected);
    }

    /// A token of the text; strings of one character are shared, for most operators are such.
    Token add(Token.Kind kind, int start, int end) {
        String content = end - start == 1 && text.charAt(start) < 128 ? SINGLE[text.charAt(start)] : text.substring(start, end);
        return add(new Token(kind, start, end, content));
    }

    Token add(Token token) {
        tokens.add(token);
        return token;
    }

    /// A token without text.
    void mark(Token.Kind kind, int at) {
        tokens.add(new Token(kind, at, at, ""));
    }

    void fault(SyntaxFault.Kind kind, int start, int end, int related) {
        faults.add(new SyntaxFault(kind, start, end, related));
    }

    /// The last token that carries meaning; an empty NEWLINE before the first one.
    Token previous() {
        int index = previousIndex();
        return index < 0 ? new Token(Token.Kind.NEWLINE, 0, 0, "") : tokens.get(index);
    }

    private int previousIndex() {
        int index = tokens.size() - 1;
        while (index >= 0 && !Tokens.isSignificant(tokens.get(index))) {
            index--;
        }
        return index;
    }

    /// Makes the first line break after the last meaningful token end the statement after all.
    void endStatement() {
        int index = previousIndex();
        while (tokens.get(index).kind() != Token.Kind.LINE_BREAK) {
            index++;
        }
        Token line = tokens.get(index);
        tokens.set(index, new Token(Token.Kind.NEWLINE, line.start(), line.end(), line.text()));
    }

    Tokens done() {
        return new Tokens(tokens, faults);
    }
}
