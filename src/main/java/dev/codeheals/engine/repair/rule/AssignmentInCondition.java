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
        super("assignment-in-condition", "SYN.ASSIGN_FOR_COMPARE");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            boolean asks = tokens.stream().anyMatch(t -> ASKING.contains(t.text()));
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (asks && token.is("=")) {
                    boolean binds = binds(place, tokens, i);
                    if (binds) {
                        options.accept(SyntaxOption.sure(0.96, "Assign with :=", new Replacement(token.start(), token.end(), ":=")));
                    }
                    options.accept(SyntaxOption.sure(binds ? 0.6 : 0.97, "Compare with ==", new Replacement(token.start(), token.end(), "==")));
                }
                if (token.is("==") && i == 1 && place.says("cannot assign")) {
                    options.accept(SyntaxOption.unsure(0.6, "Assign with =", new Replacement(token.start(), token.end(), "=")));
                }
            }
        }
    }

    /// {@code while (line = f.readline()):} names a value that nothing else names; a comparison would fail.
    private static boolean binds(SyntaxPlace place, List<Token> tokens, int equals) {
        if (equals < 2 || equals + 1 >= tokens.size() || tokens.get(equals - 1).kind() != Token.Kind.NAME || !tokens.get(equals - 2).is("(")) {
            return false;
        }
        String name = tokens.get(equals - 1).text();
        List<Token> all = place.fault().parsed().tokens().significant();
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            if (token.is(name) && token.start() < tokens.get(equals - 1).start()) {
                return false;
            }
        }
        return true;
    }
}
