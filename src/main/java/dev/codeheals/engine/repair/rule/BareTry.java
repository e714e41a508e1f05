package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A {@code try} without {@code except} or {@code finally}: it does nothing, so its lines stand as well without it.
///
/// Which exceptions were meant to be caught only a person knows.
final class BareTry implements RepairRule {
    private static final int LONGEST = 60;
    private static final Pattern WORDS = Pattern.compile("expected 'except' or 'finally' block|invalid syntax|unexpected unindent|unexpected EOF");
    private static final Pattern HANDLER = Pattern.compile("^(?:except|finally)\\b");

    @Override
    public String id() {
        return "bare-try";
    }

    @Override
    public Set<String> answers() {
        return Set.of("SYN.INDENTATION_MISMATCH", "SYN.INVALID_SYNTAX", "SYN.TRY_WITHOUT_HANDLER");
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

    /// The line of the last try above the fault whose block ended without a handler. Pythons before 3.10 do not say what they miss.
    private static int header(Fault fault) {
        if (!SyntaxRule.isAbout(fault) || !WORDS.matcher(fault.message()).find()) {
            return -1;
        }
        SourceFile source = fault.source();
        for (int line = Math.min(fault.line(), source.lineCount() - 1); line >= 1; line--) {
            if (source.line(line).strip().startsWith("try:") && endsUnhandled(source, line, fault.line())) {
                return line;
            }
        }
        return -1;
    }

    private static boolean endsUnhandled(SourceFile source, int header, int latest) {
        int level = source.indentOf(header).length();
        for (int line = header + 1; line <= source.lineCount(); line++) {
            String text = source.line(line).strip();
            if (!text.isEmpty() && !text.startsWith("#") && source.indentOf(line).length() <= level) {
                return line <= latest && !HANDLER.matcher(text).find();
            }
        }
        return true;
    }
}
