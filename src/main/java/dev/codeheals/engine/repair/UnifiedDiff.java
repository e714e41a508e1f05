package dev.codeheals.engine.repair;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.codeheals.engine.source.EncodedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Changes as a git-style unified diff.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private UnifiedDiff() {}

    /// The diff of all changes, files in order; empty text if nothing differs.
    public static String of(List<FileChange> changes) {
        StringBuilder diff = new StringBuilder();
        changes.forEach(change -> append(diff, change));
        return diff.toString();
    }

    private static void append(StringBuilder diff, FileChange change) {
        List<String> before = change.before() == null ? List.of() : lines(change.before());
        List<String> after = lines(change.after());
        String from = change.before() == null ? "/dev/null" : "a/" + change.file();
        List<String> unified = UnifiedDiffUtils.generateUnifiedDiff(from, "b/" + change.file(), before, DiffUtils.diff(before, after), CONTEXT);
        if (unified.isEmpty()) {
            return;
        }
        diff.append("diff --git a/").append(change.file()).append(" b/").append(change.file()).append('\n');
        if (change.before() == null) {
            diff.append("new file mode 100644\n");
        }
        for (String line : unified) {
            diff.append(line.endsWith("\u0000") ? line.substring(0, line.length() - 1) + "\n" + NO_NEWLINE : line).append('\n');
        }
    }

    /// Lines without {@code \n}; a last line that lacks one carries a NUL so that it differs from one that has it.
    private static List<String> lines(byte[] bytes) {
        String text = EncodedText.decode(bytes).map(EncodedText::text).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        } else {
            lines.set(lines.size() - 1, lines.getLast() + "\u0000");
        }
        return lines;
    }
}
