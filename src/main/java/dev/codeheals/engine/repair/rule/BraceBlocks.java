package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Blocks in braces, all of a file at once: the brace that opens becomes a colon, the one that closes goes.
final class BraceBlocks extends SyntaxRule {
    private static final Set<String> HEADERS = Set.of("if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with", "function",
            "match", "case");

    BraceBlocks() {
        super("brace-blocks", "SYN.MISSING_COLON");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        List<Replacement> all = new ArrayList<>();
        boolean opens = false;
        for (int line = 1; line <= place.source().lineCount(); line++) {
            List<Token> tokens = place.tokens(line);
            if (tokens.isEmpty()) {
                continue;
            }
            Token first = tokens.getFirst();
            Token last = tokens.getLast();
            boolean header = last.is("{") && tokens.stream().limit(2).anyMatch(t -> HEADERS.contains(t.text()));
            if (header) {
                opens = true;
                all.add(new Replacement(tokens.size() > 1 ? tokens.get(tokens.size() - 2).end() : last.start(), last.end(), ":"));
            }
            if (opens && first.is("}") && tokens.size() == 1) {
                all.add(wholeLine(place.source(), line));
            } else if (opens && first.is("}") && header) {
                all.add(Replacement.delete(first.start(), tokens.get(1).start()));
            }
        }
        if (opens) {
            options.accept(new SyntaxOption(Tier.A, 0.96, "Write blocks without braces", all));
        }
    }

    private static Replacement wholeLine(SourceFile source, int line) {
        int end = line < source.lineCount() ? source.lineStart(line + 1) : source.lineEnd(line);
        return Replacement.delete(source.lineStart(line), end);
    }
}
