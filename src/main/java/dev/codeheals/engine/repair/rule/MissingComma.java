package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Two values side by side in brackets without a comma, or two keys of a dict with another sign between key and value.
final class MissingComma extends SyntaxRule {
    private static final Set<String> CLOSING = Set.of(")", "]", "}");
    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> VALUES = Set.of("None", "True", "False", "lambda", "not", "await");

    MissingComma() {
        super("missing-comma", "SYN.MISSING_COMMA");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        List<Token> all = place.fault().parsed().tokens().significant();
        int from = place.source().lineStart(Math.max(1, place.line() - 1));
        int to = place.source().lineEnd(Math.min(place.source().lineCount(), place.line() + 1));
        for (int i = 1; i < all.size(); i++) {
            Token left = all.get(i - 1);
            Token right = all.get(i);
            if (left.end() >= from && right.start() <= to && endsValue(left) && startsValue(right)) {
                boolean marked = place.says("forgot a comma");
                if (isEntry(all, i)) {
                    options.accept(SyntaxOption.sure(0.97, "Add the missing colon", Replacement.insert(left.end(), ":")));
                }
                options.accept(SyntaxOption.sure(marked ? 0.96 : 0.85, "Add the missing comma", Replacement.insert(left.end(), ",")));
            }
            if (left.end() >= from && right.end() <= to && right.is("=") && left.kind() == Token.Kind.STRING) {
                options.accept(SyntaxOption.sure(0.9, "Write : between key and value", new Replacement(left.end(), right.end(), ":")));
            }
            if (left.end() >= from && right.end() <= to && right.is(";")) {
                options.accept(SyntaxOption.sure(0.85, "Write a comma instead of ;", new Replacement(right.start(), right.end(), ",")));
            }
        }
    }

    /// {@code {"tea" 3, …}}: two values where an entry of a dict with other entries stands.
    private static boolean isEntry(List<Token> all, int right) {
        if (right < 2 || right + 1 >= all.size() || !(all.get(right - 2).is("{") || all.get(right - 2).is(","))) {
            return false;
        }
        int depth = 0;
        int open = right - 1;
        while (open >= 0 && depth >= 0) {
            Token token = all.get(open--);
            depth += CLOSING.contains(token.text()) ? 1 : OPENING.contains(token.text()) ? -1 : 0;
        }
        return all.get(open + 1).is("{") && depth < 0 && (all.get(right - 1).kind() == Token.Kind.STRING || all.get(right - 1).kind() == Token.Kind.NUMBER);
    }

    private static boolean endsValue(Token token) {
        return switch (token.kind()) {
            case NAME, NUMBER, STRING -> true;
            case KEYWORD -> VALUES.contains(token.text());
            case OPERATOR -> CLOSING.contains(token.text());
            case NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, ERROR, END -> false;
        };
    }

    private static boolean startsValue(Token token) {
        return switch (token.kind()) {
            case NAME, NUMBER, STRING -> true;
            case KEYWORD -> VALUES.contains(token.text());
            case OPERATOR -> OPENING.contains(token.text());
            case NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, ERROR, END -> false;
        };
    }
}
