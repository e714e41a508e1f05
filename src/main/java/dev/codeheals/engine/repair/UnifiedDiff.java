package dev.codeheals.engine.repair;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.codeheals.engine.source.EncodedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Changes as a git-style unified diff that {@code git apply} takes.
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file";
    /// Ends a last line that has no line feed, so that it differs from one that has. Not in any text: the second half of a pair alone.
    private static final String OPEN_END = "\uDC00";
    private static final String EMPTY_BLOB = "index 0000000..e69de29\n";

    private UnifiedDiff() {}

    /// The diff of all changes, files in order; empty text if nothing differs.
    public static String of(List<FileChange> changes) {
        StringBuilder diff = new StringBuilder();
        changes.forEach(change -> append(diff, change));
        return diff.toString();
    }

    private static void append(StringBuilder diff, FileChange change) {
        byte[] old = change.before();
        List<String> before = old == null ? List.of() : lines(old);
        List<String> after = lines(change.after());
        // After a blank a tab ends the name, as git writes it: "--- a/my app.py<tab>".
        String end = change.file().indexOf(' ') < 0 ? "" : "\t";
        String from = old == null ? "/dev/null" : "a/" + change.file() + end;
        List<String> unified = UnifiedDiffUtils.generateUnifiedDiff(from, "b/" + change.file() + end, before, DiffUtils.diff(before, after), CONTEXT);
        if (unified.isEmpty() && old != null) {
            return;
        }
        diff.append("diff --git a/").append(change.file()).append(" b/").append(change.file()).append('\n');
        if (old == null) {
            diff.append("new file mode 100644\n").append(unified.isEmpty() ? EMPTY_BLOB : "");
        }
        for (String line : unified) {
            diff.append(line.endsWith(OPEN_END) ? line.substring(0, line.length() - OPEN_END.length()) + "\n" + NO_NEWLINE : line).append('\n');
        }
    }

    /// Lines without {@code \n}. A byte-order mark stays, for it is part of the first line to whoever applies the diff.
    private static List<String> lines(byte[] bytes) {
        String text = EncodedText.decode(bytes).map(e -> (e.byteOrderMark() ? "\uFEFF" : "") + e.text()).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        } else {
            lines.set(lines.size() - 1, lines.getLast() + OPEN_END);
        }
        return lines;
    }
}
