package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.SyntaxFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A line indented too far, or to a level that is not open.
final class WrongIndent extends SyntaxRule {
    private static final int LONGEST = 80;

    WrongIndent() {
        super("wrong-indent", "SYN.INDENTATION_MISMATCH", "SYN.INDENTATION_UNEXPECTED");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        Set<Integer> lines = new LinkedHashSet<>();
        place.faults(SyntaxFault.Kind.UNEXPECTED_INDENT).forEach(f -> lines.add(place.source().lineOf(f.end())));
        place.faults(SyntaxFault.Kind.BAD_DEDENT).forEach(f -> lines.add(place.source().lineOf(f.end())));
        if (place.fault().exceptionType().equals("IndentationError")) {
            lines.add(place.line());
        }
        for (int line : lines) {
            Set<String> levels = levels(place.source(), line);
            double prior = levels.size() == 1 || nearest(place.source(), line, levels) ? 0.96 : 0.88;
            for (String level : levels) {
                shifted(place.source(), line, level, true, prior, options);
                shifted(place.source(), line, level, false, prior - 0.04, options);
                prior -= 0.08;
            }
            previousLine(place.source(), line, options);
        }
    }

    /// Whether one level is clearly nearer than the next: a blank too many or too few, not half a step.
    private static boolean nearest(SourceFile source, int line, Set<String> levels) {
        int own = source.indentOf(line).length();
        List<Integer> far = levels.stream().map(l -> Math.abs(l.length() - own)).limit(2).toList();
        return far.size() == 2 && far.get(0) * 2 <= far.get(1) - 1;
    }

    /// Levels of the lines above, the nearest to the line's own first.
    private static Set<String> levels(SourceFile source, int line) {
        String own = source.indentOf(line);
        Set<String> above = new LinkedHashSet<>();
        int lowest = Integer.MAX_VALUE;
        for (int before = line - 1; before >= 1 && lowest > 0; before--) {
            String content = source.line(before);
            if (!content.isBlank() && source.indentOf(before).length() < lowest) {
                above.add(source.indentOf(before));
                lowest = source.indentOf(before).length();
            }
        }
        return new LinkedHashSet<>(above.stream().filter(level -> !level.equals(own))
                .sorted(Comparator.comparingInt(level -> Math.abs(level.length() - own.length()))).toList());
    }

    /// The line, or with it all following lines of its block, brought to a level.
    private static void shifted(SourceFile source, int line, String level, boolean block, double prior, Consumer<SyntaxOption> options) {
        String own = source.indentOf(line);
        List<Replacement> replacements = new ArrayList<>();
        for (int next = line; next <= Math.min(source.lineCount(), line + LONGEST); next++) {
            if (source.line(next).isBlank()) {
                continue;
            }
            String indent = source.indentOf(next);
            if (!indent.startsWith(own) || (next > line && !block)) {
                break;
            }
            replacements.add(new Replacement(source.lineStart(next), source.lineStart(next) + own.length(), level));
        }
        if (!replacements.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, prior, replacements.size() == 1 ? "Indent the line like its neighbours" : "Indent the block like its neighbours",
                    replacements));
        }
    }

    /// The line before may be the one that is out of place.
    private static void previousLine(SourceFile source, int line, Consumer<SyntaxOption> options) {
        int before = line - 1;
        while (before >= 1 && source.line(before).isBlank()) {
            before--;
        }
        if (before >= 1 && !source.indentOf(before).equals(source.indentOf(line))) {
            options.accept(SyntaxOption.unsure(0.72, "Indent the line before like its neighbours", new Replacement(source.lineStart(before),
                    source.lineStart(before) + source.indentOf(before).length(), source.indentOf(line))));
        }
    }
}
