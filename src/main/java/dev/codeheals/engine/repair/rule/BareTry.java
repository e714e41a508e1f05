package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// A {@code try} without {@code except} or {@code finally}: it does nothing, so its lines stand as well without it.
///
/// Which exceptions were meant to be caught only a person knows.
final class BareTry implements RepairRule {
    private static final int LONGEST = 60;

    @Override
    public String id() {
        return "bare-try";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        int header = header(fault);
        if (header < 0) {
            return List.of();
        }
        SourceFile source = fault.source();
        String indent = source.indentOf(header);
        int first = header + 1;
        int inner = source.indentOf(first).length() - indent.length();
        List<Replacement> dedent = new ArrayList<>(List.of(Replacement.delete(source.lineStart(header), source.lineStart(first))));
        for (int line = first; line <= Math.min(source.lineCount(), first + LONGEST); line++) {
            if (!source.line(line).isBlank()) {
                if (source.indentOf(line).length() <= indent.length()) {
                    break;
                }
                int start = source.lineStart(line) + indent.length();
                dedent.add(Replacement.delete(start, start + inner));
            }
        }
        return inner <= 0 ? List.of() : List.of(draft(fault, "Take the lines out of the try that handles nothing").rated(Tier.B, 0.6)
                .because("A try needs an except or a finally; this one has neither.").edit(fault.file(), dedent.toArray(Replacement[]::new)).done());
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        int header = header(fault);
        return header < 0 ? List.of() : List.of(new Suggestion(id(), "The try in line " + header + " of " + fault.file() + " handles nothing.",
                "Add an except for the exception you expect, or a finally."));
    }

    private static int header(Fault fault) {
        if (!fault.exceptionType().equals("SyntaxError") || !fault.message().contains("expected 'except' or 'finally' block")) {
            return -1;
        }
        SourceFile source = fault.source();
        for (int line = Math.min(fault.line(), source.lineCount() - 1); line >= 1; line--) {
            if (source.line(line).strip().startsWith("try:")) {
                return line;
            }
        }
        return -1;
    }
}
