package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.function.Consumer;

/// {@code a if test} without its {@code else}.
final class ChoiceWithoutElse extends SyntaxRule {
    ChoiceWithoutElse() {
        super("choice-without-else", "SYN.TERNARY_ELSE");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (!place.says("expected 'else' after 'if' expression") && !place.says("invalid syntax")) {
            return;
        }
        List<Token> tokens = place.tokens(place.line());
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("if")) {
                int end = end(tokens, i);
                String other = tokens.get(i - 1).kind() == Token.Kind.STRING ? "\"\"" : tokens.get(i - 1).kind() == Token.Kind.NUMBER ? "0" : "None";
                options.accept(SyntaxOption.unsure(0.7, "Take " + other + " otherwise", Replacement.insert(tokens.get(end).end(), " else " + other)));
                if (!other.equals("None")) {
                    options.accept(SyntaxOption.unsure(0.6, "Take None otherwise", Replacement.insert(tokens.get(end).end(), " else None")));
                }
            }
        }
    }

    /// The last token of the condition.
    private static int end(List<Token> tokens, int from) {
        int depth = 0;
        for (int i = from + 1; i < tokens.size(); i++) {
            String text = tokens.get(i).text();
            depth += "([{".contains(text) ? 1 : ")]}".contains(text) ? -1 : 0;
            if (depth < 0 || (depth == 0 && text.equals(","))) {
                return i - 1;
            }
        }
        return tokens.size() - 1;
    }
}
