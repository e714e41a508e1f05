package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// {@code if x = 1}: one equals sign where two belong.
final class AssignmentInCondition extends SyntaxRule {
    private static final Set<String> ASKING = Set.of("if", "elif", "while", "assert", "return", "and", "or", "not", "else");

    AssignmentInCondition() {
        super("assignment-in-condition");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            boolean asks = tokens.stream().anyMatch(t -> ASKING.contains(t.text()));
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (asks && token.is("=")) {
                    options.accept(SyntaxOption.sure(0.95, "Compare with ==", new Replacement(token.start(), token.end(), "==")));
                }
                if (token.is("==") && i == 1 && place.says("cannot assign")) {
                    options.accept(SyntaxOption.unsure(0.6, "Assign with =", new Replacement(token.start(), token.end(), "=")));
                }
            }
        }
    }
}
