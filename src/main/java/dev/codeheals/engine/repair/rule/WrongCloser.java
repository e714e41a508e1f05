package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.SyntaxFault;
import dev.codeheals.engine.source.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A closing bracket of another kind than its opening one, or one too many.
final class WrongCloser extends SyntaxRule {
    private static final Map<String, String> OPENERS = Map.of(")", "(", "]", "[", "}", "{");

    WrongCloser() {
        super("wrong-closer", "SYN.MISMATCHED_BRACKET", "SYN.PRINT_STATEMENT", "SYN.UNMATCHED_BRACKET");
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
            opened(place, fault, opener, options);
        }
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.UNMATCHED_CLOSER)) {
            String found = place.text().substring(fault.start(), fault.end());
            options.accept(SyntaxOption.sure(0.96, "Remove the extra " + found, Replacement.delete(fault.start(), fault.end())));
            opened(place, fault, OPENERS.getOrDefault(found, ""), options);
        }
    }

    /// {@code def emitself, topic):} and {@code items0]}: the opening bracket stood in the middle of what now is one name.
    private static void glued(SyntaxPlace place, List<Token> tokens, SyntaxFault fault, String opener, Consumer<SyntaxOption> options) {
        for (int i = 0; i < tokens.size() && tokens.get(i).start() < fault.start(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.NAME) {
                continue;
            }
            boolean definition = i > 0 && tokens.get(i - 1).is("def");
            for (String first : List.of("self", "cls")) {
                if (definition && token.text().endsWith(first) && token.text().length() > first.length()) {
                    options.accept(SyntaxOption.sure(0.97, "Open the parameter list", Replacement.insert(token.end() - first.length(), opener)));
                }
            }
            if (definition) {
                options.accept(SyntaxOption.sure(0.9, "Open the parameter list", Replacement.insert(token.end(), opener)));
            }
            int digits = token.end();
            while (digits > token.start() + 1 && Character.isDigit(place.text().charAt(digits - 1))) {
                digits--;
            }
            if (opener.equals("[") && digits < token.end()) {
                options.accept(SyntaxOption.sure(0.95, "Open the square bracket", Replacement.insert(digits, opener)));
            }
            split(place, token, opener, options);
        }
    }

    /// A name nothing else in the file has, made of two that it has.
    private static void split(SyntaxPlace place, Token token, String opener, Consumer<SyntaxOption> options) {
        Set<String> words = new HashSet<>();
        place.fault().parsed().tokens().significant().stream().filter(t -> t.kind() == Token.Kind.NAME && t.start() != token.start()).forEach(t -> words.add(t.text()));
        if (words.contains(token.text())) {
            return;
        }
        for (int cut = 2; cut < token.text().length(); cut++) {
            String head = token.text().substring(0, cut);
            boolean known = words.contains(head) || Builtins.contains(head);
            if (known && words.contains(token.text().substring(cut))) {
                options.accept(SyntaxOption.sure(0.95, "Open the bracket after " + head, Replacement.insert(token.start() + cut, opener)));
            }
        }
    }

    /// {@code print "a")} wants an opening bracket rather than no closing one.
    private static void opened(SyntaxPlace place, SyntaxFault fault, String opener, Consumer<SyntaxOption> options) {
        List<Token> tokens = place.tokens(place.source().lineOf(fault.start()));
        glued(place, tokens, fault, opener, options);
        for (int i = 1; i < tokens.size() && tokens.get(i).start() < fault.start(); i++) {
            Token before = tokens.get(i - 1);
            Token after = tokens.get(i);
            boolean gap = before.kind() == Token.Kind.NAME && (after.start() > before.end() || after.kind() == Token.Kind.STRING);
            boolean value = after.kind() == Token.Kind.NAME || after.kind() == Token.Kind.STRING || after.kind() == Token.Kind.NUMBER;
            if (gap && value) {
                int blank = before.end();
                options.accept(SyntaxOption.sure(after.kind() == Token.Kind.STRING && after.start() == before.end() ? 0.97 : 0.94, "Open the " + UnclosedBracket.name(UnclosedBracket.CLOSERS.getOrDefault(opener, ")")),
                        new Replacement(blank, after.start(), opener)));
            }
        }
    }
}
