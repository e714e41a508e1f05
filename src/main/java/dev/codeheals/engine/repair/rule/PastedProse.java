package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Code fences, prompts and sentences that came along with pasted code.
final class PastedProse extends SyntaxRule {
    PastedProse() {
        super("pasted-prose");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        SourceFile source = place.source();
        List<Replacement> fences = new ArrayList<>();
        List<Replacement> outside = new ArrayList<>();
        List<Replacement> prompts = new ArrayList<>();
        boolean inside = false;
        boolean fenced = place.text().lines().anyMatch(l -> l.strip().startsWith("```"));
        for (int line = 1; line <= source.lineCount(); line++) {
            String content = source.line(line).strip();
            boolean fence = content.startsWith("```") || content.startsWith("~~~");
            if (fence) {
                fences.add(whole(source, line));
                inside = !inside;
            }
            if (fence || (fenced && !inside && !content.isEmpty())) {
                outside.add(whole(source, line));
            }
            if (content.startsWith(">>> ") || content.startsWith("... ")) {
                int at = source.lineStart(line) + source.indentOf(line).length();
                prompts.add(Replacement.delete(at, at + 4));
            }
        }
        add(fences, 0.95, "Remove the code fences", options);
        add(outside, 0.9, "Remove the text round the code", options);
        add(prompts, 0.93, "Remove the prompts", options);
        prose(source, place.line(), options);
    }

    /// A line of words: made a comment rather than lost.
    private static void prose(SourceFile source, int line, Consumer<SyntaxOption> options) {
        String content = source.line(line).strip();
        boolean words = content.split("\\s+").length >= 4 && content.matches("[A-Z][\\w' ,\\-]*[.:!?]?") && !content.matches(".*[=(){}\\[\\]].*");
        if (words) {
            options.accept(SyntaxOption.sure(0.85, "Make the sentence a comment", Replacement.insert(source.lineStart(line) + source.indentOf(line).length(), "# ")));
        }
    }

    private static void add(List<Replacement> replacements, double prior, String description, Consumer<SyntaxOption> options) {
        if (!replacements.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, prior, description, replacements));
        }
    }

    private static Replacement whole(SourceFile source, int line) {
        int end = line == source.lineCount() ? source.text().length() : source.lineStart(line + 1);
        return Replacement.delete(source.lineStart(line), end);
    }
}
