package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SyntaxFault;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A header whose body is not indented, or has none.
final class MissingBlock extends SyntaxRule {
    private static final int LONGEST = 60;

    MissingBlock() {
        super("missing-block", "SYN.INDENTATION_BLOCK_MISSING");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.MISSING_BLOCK)) {
            if (fault.related() >= 0) {
                offer(place, place.source().lineOf(fault.related()), options);
            }
        }
        if (place.says("expected an indented block")) {
            int header = place.line();
            while (header > 1 && (place.source().line(header).isBlank() || !endsWithColon(place, header))) {
                header--;
            }
            offer(place, header, options);
        }
    }

    private static boolean endsWithColon(SyntaxPlace place, int line) {
        List<Token> tokens = place.tokens(line);
        return !tokens.isEmpty() && tokens.getLast().is(":");
    }

    private static void offer(SyntaxPlace place, int header, Consumer<SyntaxOption> options) {
        SourceFile source = place.source();
        String indent = source.indentOf(header);
        String unit = Blocks.of(place.fault().parsed()).indentUnit();
        int first = header + 1;
        while (first <= source.lineCount() && (source.line(first).isBlank() || source.line(first).strip().startsWith("#"))) {
            first++;
        }
        boolean same = first <= source.lineCount() && source.indentOf(first).equals(indent);
        boolean empty = same && source.line(header + 1).isBlank() && indent.isEmpty();
        boolean definition = same && source.line(first).strip().matches("(def|class|async|@|elif|else|except|finally)\\b.*");
        options.accept(new SyntaxOption(same && !definition && !empty ? Tier.B : Tier.A, same && !definition ? empty ? 0.7 : 0.3 : 0.95, "Give the block a pass",
                List.of(Replacement.insert(source.lineEnd(header), source.eol() + indent + unit + "pass"))));
        if (!same || definition) {
            return;
        }
        List<Integer> lines = new ArrayList<>();
        for (int line = first; line <= Math.min(source.lineCount(), first + LONGEST); line++) {
            String content = source.line(line).strip();
            if (!content.isEmpty() && (!source.indentOf(line).startsWith(indent) || content.matches("(def|class|@|elif|else|except|finally)\\b.*|if __name__.*"))) {
                break;
            }
            if (!content.isEmpty()) {
                lines.add(line);
            }
        }
        boolean apart = source.line(header + 1).isBlank();
        int likely = apart ? 0 : new BlockLength(source, header, lines).likely();
        List<Replacement> shifted = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            shifted.add(Replacement.insert(source.lineStart(lines.get(i)), unit));
            boolean ends = i + 1 == lines.size() || source.line(lines.get(i) + 1).isBlank();
            offerBlock(shifted, i + 1 == likely ? 0.96 : likely > 0 || apart ? 0.5 : ends ? 0.85 : i == 0 ? 0.82 : 0.6, options);
        }
    }

    private static void offerBlock(List<Replacement> shifted, double prior, Consumer<SyntaxOption> options) {
        if (!shifted.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, prior, shifted.size() == 1 ? "Indent the line" : "Indent " + shifted.size() + " lines", List.copyOf(shifted)));
        }
    }
}
