package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SyntaxFault;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A bracket that is never closed.
final class UnclosedBracket extends SyntaxRule {
    static final Map<String, String> CLOSERS = Map.of("(", ")", "[", "]", "{", "}");
    private static final Set<String> SIGNS = Set.of("+", "-", "*", "/", "//", "%", "==", "<", ">", "<=", ">=", "!=", "and", "or");
    private static final int MOST_LINES = 40;

    UnclosedBracket() {
        super("unclosed-bracket", "SYN.UNCLOSED_BRACKET", "SYN.UNEXPECTED_EOF");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.UNCLOSED_BRACKET)) {
            String closer = CLOSERS.get(place.text().substring(fault.start(), fault.start() + 1));
            if (closer != null) {
                places(place, fault, closer, options);
            }
        }
    }

    private static void places(SyntaxPlace place, SyntaxFault fault, String closer, Consumer<SyntaxOption> options) {
        SourceFile source = place.source();
        int first = source.lineOf(fault.start());
        int last = Math.min(Math.min(source.lineCount(), first + MOST_LINES), fault.related() < 0 ? first : source.lineOf(fault.related()));
        while (last > first && place.tokens(last).isEmpty()) {
            last--;
        }
        boolean several = last > first;
        for (int line = first; line <= last; line++) {
            List<Token> tokens = new ArrayList<>(place.tokens(line));
            tokens.removeIf(t -> t.end() <= fault.start());
            if (tokens.isEmpty()) {
                continue;
            }
            boolean end = line == last;
            double prior = end ? (grouping(place, fault, tokens) ? 0.85 : 0.97) : line == first ? 0.8 : 0.6;
            Token tail = tokens.getLast();
            boolean header = tail.is(":") && line == first;
            int at = header && tokens.size() > 1 ? tokens.get(tokens.size() - 2).end() : tail.end();
            options.accept(SyntaxOption.sure(prior, "Close the " + name(closer), Replacement.insert(at, closer)));
            if (header) {
                options.accept(SyntaxOption.unsure(prior * 0.7, "Close the " + name(closer), Replacement.insert(tail.end(), closer)));
            }
            if (end && several && !tail.is(",")) {
                inside(tokens, closer, prior * 0.7, options);
            } else if (line == first) {
                inside(tokens, closer, 0.55, options);
            }
            if (end && several) {
                ownLine(source, fault, line, closer, options);
            }
        }
    }

    /// {@code (a + b * c}: where a parenthesis that only groups ends, changes the value.
    private static boolean grouping(SyntaxPlace place, SyntaxFault fault, List<Token> inside) {
        if (place.text().charAt(fault.start()) != '(' || inside.stream().noneMatch(t -> SIGNS.contains(t.text()))) {
            return false;
        }
        List<Token> before = place.tokens(place.source().lineOf(fault.start())).stream().filter(t -> t.end() <= fault.start()).toList();
        boolean call = !before.isEmpty() && before.getLast().end() == fault.start()
                && (before.getLast().kind() == Token.Kind.NAME || before.getLast().is(")") || before.getLast().is("]"));
        return !call && inside.stream().filter(t -> SIGNS.contains(t.text())).map(Token::text).distinct().count() > 1;
    }

    /// Between two tokens of the line: where an argument list ends before an operator, say.
    private static void inside(List<Token> tokens, String closer, double prior, Consumer<SyntaxOption> options) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            options.accept(SyntaxOption.unsure(prior - 0.01 * (tokens.size() - i), "Close the " + name(closer),
                    Replacement.insert(tokens.get(i).end(), closer)));
        }
    }

    /// A bracket opened at the end of its line is closed on a line of its own.
    private static void ownLine(SourceFile source, SyntaxFault fault, int line, String closer, Consumer<SyntaxOption> options) {
        int opener = source.lineOf(fault.start());
        boolean hanging = source.text().substring(fault.start() + 1, source.lineEnd(opener)).isBlank();
        if (hanging) {
            options.accept(SyntaxOption.sure(0.98, "Close the " + name(closer),
                    Replacement.insert(source.lineEnd(line), source.eol() + source.indentOf(opener) + closer)));
        }
    }

    static String name(String closer) {
        return switch (closer) {
            case ")" -> "parenthesis";
            case "]" -> "square bracket";
            default -> "brace";
        };
    }
}
