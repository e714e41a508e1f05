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
        super("missing-block");
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
        boolean definition = same && source.line(first).strip().matches("(def|class|async|@|elif|else|except|finally).*");
        options.accept(SyntaxOption.unsure(same && !definition ? 0.5 : 0.78, "Give the block a pass",
                Replacement.insert(source.lineEnd(header), source.eol() + indent + unit + "pass")));
        if (!same || definition) {
            return;
        }
        List<Replacement> shifted = new ArrayList<>();
        for (int line = first; line <= Math.min(source.lineCount(), first + LONGEST); line++) {
            String content = source.line(line);
            if (content.isBlank()) {
                offerBlock(shifted, line > first && source.indentOf(header).isEmpty() ? 0.88 : 0.82, options);
                continue;
            }
            if (!source.indentOf(line).startsWith(indent) || content.strip().matches("(def|class|@)\\b.*|if __name__.*")) {
                break;
            }
            shifted.add(Replacement.insert(source.lineStart(line), unit));
            if (line == first) {
                offerBlock(shifted, 0.85, options);
            } else {
                offerBlock(shifted, 0.7, options);
            }
        }
        offerBlock(shifted, 0.8, options);
    }

    private static void offerBlock(List<Replacement> shifted, double prior, Consumer<SyntaxOption> options) {
        if (!shifted.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, prior, shifted.size() == 1 ? "Indent the line" : "Indent " + shifted.size() + " lines", List.copyOf(shifted)));
        }
    }
}
