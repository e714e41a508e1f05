package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SyntaxFault;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A closing bracket of another kind than its opening one, or one too many.
final class WrongCloser extends SyntaxRule {
    private static final Map<String, String> OPENERS = Map.of(")", "(", "]", "[", "}", "{");

    WrongCloser() {
        super("wrong-closer");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.MISMATCHED_BRACKET)) {
            if (fault.related() < 0) {
                continue;
            }
            String closer = UnclosedBracket.CLOSERS.getOrDefault(place.text().substring(fault.related(), fault.related() + 1), "");
            String found = place.text().substring(fault.start(), fault.end());
            options.accept(SyntaxOption.sure(0.96, "Write " + closer + " instead of " + found, new Replacement(fault.start(), fault.end(), closer)));
            options.accept(SyntaxOption.sure(0.85, "Close the " + UnclosedBracket.name(closer), Replacement.insert(fault.start(), closer)));
            String opener = OPENERS.getOrDefault(found, "");
            options.accept(SyntaxOption.unsure(0.6, "Open with " + opener, new Replacement(fault.related(), fault.related() + 1, opener)));
            options.accept(SyntaxOption.unsure(0.5, "Remove the extra " + found, Replacement.delete(fault.start(), fault.end())));
        }
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.UNMATCHED_CLOSER)) {
            String found = place.text().substring(fault.start(), fault.end());
            options.accept(SyntaxOption.sure(0.96, "Remove the extra " + found, Replacement.delete(fault.start(), fault.end())));
            opened(place, fault, OPENERS.getOrDefault(found, ""), options);
        }
    }

    /// {@code print "a")} wants an opening bracket rather than no closing one.
    private static void opened(SyntaxPlace place, SyntaxFault fault, String opener, Consumer<SyntaxOption> options) {
        List<Token> tokens = place.tokens(place.source().lineOf(fault.start()));
        for (int i = 1; i < tokens.size() && tokens.get(i).start() < fault.start(); i++) {
            Token before = tokens.get(i - 1);
            Token after = tokens.get(i);
            boolean gap = before.kind() == Token.Kind.NAME && after.start() > before.end();
            boolean value = after.kind() == Token.Kind.NAME || after.kind() == Token.Kind.STRING || after.kind() == Token.Kind.NUMBER;
            if (gap && value) {
                int blank = before.end();
                options.accept(SyntaxOption.sure(0.94, "Open the " + UnclosedBracket.name(UnclosedBracket.CLOSERS.getOrDefault(opener, ")")),
                        new Replacement(blank, after.start(), opener)));
            }
        }
    }
}
