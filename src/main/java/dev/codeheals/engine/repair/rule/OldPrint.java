package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The print and exec statements of Python 2, in one line or all through the file.
final class OldPrint extends SyntaxRule {
    OldPrint() {
        super("print-statement", "SYN.PRINT_STATEMENT");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        List<Replacement> everywhere = new ArrayList<>();
        for (int line = 1; line <= place.source().lineCount(); line++) {
            Optional<List<Replacement>> here = statement(place, line);
            here.ifPresent(everywhere::addAll);
            if (line == place.line() && here.isPresent()) {
                options.accept(new SyntaxOption(Tier.A, 0.95, "Call print with parentheses", here.get()));
            }
        }
        if (!everywhere.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.97, "Call print with parentheses", everywhere));
        }
    }

    private static Optional<List<Replacement>> statement(SyntaxPlace place, int line) {
        List<Token> tokens = place.tokens(line);
        int at = 0;
        while (at < tokens.size() && !tokens.get(at).is("print") && !tokens.get(at).is("exec")) {
            at++;
        }
        boolean starts = at == 0 || (at < tokens.size() && (tokens.get(at - 1).is(":") || tokens.get(at - 1).is(";")));
        if (at >= tokens.size() || !starts) {
            return Optional.empty();
        }
        Token word = tokens.get(at);
        if (at + 1 == tokens.size()) {
            return Optional.of(List.of(Replacement.insert(word.end(), "()")));
        }
        Token next = tokens.get(at + 1);
        boolean call = next.is("(") && closes(tokens, at + 1) == tokens.size() - 1;
        if (call || next.is("=") || next.is(".") || next.is(",") || next.is(")")) {
            return Optional.empty();
        }
        int last = end(place.source(), tokens, at);
        Token tail = tokens.stream().filter(t -> t.end() <= last).reduce((a, b) -> b).orElse(word);
        if (next.is(">>")) {
            return stream(tokens, at, last);
        }
        String close = tail.is(",") ? " end=\" \")" : ")";
        int blank = word.end();
        return Optional.of(List.of(new Replacement(blank, next.start(), "("), Replacement.insert(last, close)));
    }

    /// {@code print >>file, text}.
    private static Optional<List<Replacement>> stream(List<Token> tokens, int at, int last) {
        int comma = at;
        while (comma < tokens.size() && !tokens.get(comma).is(",")) {
            comma++;
        }
        if (comma >= tokens.size() - 1) {
            return Optional.empty();
        }
        String file = join(tokens.subList(at + 2, comma));
        int blank = tokens.get(at).end();
        return Optional.of(List.of(new Replacement(blank, tokens.get(comma + 1).start(), "("), Replacement.insert(last, ", file=" + file + ")")));
    }

    private static String join(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(t -> text.append(t.text()));
        return text.toString();
    }

    private static int end(SourceFile source, List<Token> tokens, int at) {
        int end = at;
        int depth = 0;
        while (end + 1 < tokens.size()) {
            Token next = tokens.get(end + 1);
            depth += next.is("(") || next.is("[") || next.is("{") ? 1 : next.is(")") || next.is("]") || next.is("}") ? -1 : 0;
            if (depth == 0 && next.is(";")) {
                break;
            }
            end++;
        }
        return Math.min(tokens.get(end).end(), source.text().length());
    }

    private static int closes(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
