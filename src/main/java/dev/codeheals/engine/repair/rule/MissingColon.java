package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SyntaxFault;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A header without its colon, or with another sign in its place.
final class MissingColon extends SyntaxRule {
    private static final Set<String> HEADERS = Set.of("if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with", "async",
            "match", "case");
    private static final Set<String> MISTAKEN = Set.of(";", ",", ".", "=", "then", "do");

    MissingColon() {
        super("missing-colon", "SYN.MISSING_COLON");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        place.faults(SyntaxFault.Kind.MISSING_COLON).forEach(f -> options.accept(SyntaxOption.sure(0.97, "Add the missing colon",
                Replacement.insert(f.start(), ":"))));
        for (int line : place.lines()) {
            List<Token> tokens = place.tokens(line);
            if (!tokens.isEmpty() && HEADERS.contains(tokens.getFirst().text())) {
                Token last = tokens.getLast();
                options.accept(SyntaxOption.sure(0.93, "Add the missing colon", Replacement.insert(last.end(), ":")));
                if (MISTAKEN.contains(last.text())) {
                    options.accept(SyntaxOption.sure(0.95, "Write a colon instead of " + last.text(),
                            new Replacement(tokens.size() > 1 ? tokens.get(tokens.size() - 2).end() : last.start(), last.end(), ":")));
                }
            }
        }
    }
}
