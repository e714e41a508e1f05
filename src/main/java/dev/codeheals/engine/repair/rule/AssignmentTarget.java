package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// An assignment to something that cannot be assigned to: sides swapped, a comparison meant, a hyphen in a name.
final class AssignmentTarget extends SyntaxRule {
    AssignmentTarget() {
        super("assignment-target", "SYN.ASSIGN_FOR_COMPARE", "SYN.CANNOT_ASSIGN");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (!place.says("assign to")) {
            return;
        }
        List<Token> tokens = place.tokens(place.line());
        int equals = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("=") && equals < 0) {
                equals = i;
            }
        }
        if (equals <= 0 || equals == tokens.size() - 1) {
            return;
        }
        int from = tokens.getFirst().start();
        int to = tokens.getLast().end();
        String left = place.text().substring(from, tokens.get(equals - 1).end());
        String right = place.text().substring(tokens.get(equals + 1).start(), to);
        if (right.matches("[A-Za-z_][\\w.]*(\\[[^\\]]*\\])?")) {
            options.accept(SyntaxOption.sure(0.96, "Swap the sides of the assignment", new Replacement(from, to, right + " = " + left)));
        }
        if (left.matches("[A-Za-z_]\\w*(\\s*-\\s*[A-Za-z_]\\w*)+")) {
            options.accept(new SyntaxOption(Tier.A, 0.97, "Write the name with underscores", hyphened(place, left)));
        }
        if (left.matches("[A-Za-z_][\\w.]*\\([^()]*\\)")) {
            options.accept(SyntaxOption.unsure(0.6, "Index instead of calling", new Replacement(from, tokens.get(equals - 1).end(),
                    left.replace('(', '[').replace(')', ']'))));
        }
        options.accept(SyntaxOption.unsure(0.5, "Compare with ==", new Replacement(tokens.get(equals).start(), tokens.get(equals).end(), "==")));
    }

    /// Every place where the name stands with its hyphens, strings and comments left out.
    private static List<Replacement> hyphened(SyntaxPlace place, String name) {
        List<String> parts = List.of(name.split("\\s*-\\s*"));
        List<Token> tokens = place.fault().parsed().tokens().significant();
        List<Replacement> all = new ArrayList<>();
        for (int i = 0; i + 2 * parts.size() - 1 <= tokens.size(); i++) {
            boolean here = true;
            for (int k = 0; k < 2 * parts.size() - 1 && here; k++) {
                here = tokens.get(i + k).is(k % 2 == 0 ? parts.get(k / 2) : "-");
            }
            if (here) {
                all.add(new Replacement(tokens.get(i).start(), tokens.get(i + 2 * parts.size() - 2).end(), String.join("_", parts)));
            }
        }
        return all;
    }
}
