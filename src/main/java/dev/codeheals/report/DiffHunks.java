package dev.codeheals.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The changes of a unified diff as replacements of whole lines.
final class DiffHunks {
    private static final Pattern HEADER = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+\\d+(?:,\\d+)? @@.*");

    private final List<FileChange> files = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private String file = "";
    private List<LineChange> changes = new ArrayList<>();
    private int oldLine;
    private int removed;

    private DiffHunks() {}

    /// @param path relative to the project; of a new file, the new one
    record FileChange(String path, List<LineChange> changes) {}

    /// @param from    first old line that goes, or the one before which lines are added; 1-based
    /// @param removed how many old lines go
    record LineChange(int from, int removed, String inserted) {}

    /// Reads what it understands; a text that is no diff has no changes.
    static List<FileChange> read(String diff) {
        DiffHunks hunks = new DiffHunks();
        diff.lines().forEach(hunks::line);
        hunks.endFile();
        return hunks.files;
    }

    private void line(String line) {
        Matcher header = HEADER.matcher(line);
        if (line.startsWith("--- ")) {
            endFile();
            file = path(line.substring(4), "a/");
        } else if (line.startsWith("+++ ")) {
            String path = path(line.substring(4), "b/");
            file = path.equals("/dev/null") ? file : path;
        } else if (header.matches()) {
            endChange();
            boolean nothingOld = "0".equals(header.group(2));
            oldLine = Integer.parseInt(header.group(1)) + (nothingOld ? 1 : 0);
        } else if (line.startsWith("+")) {
            added.add(line.substring(1));
        } else if (line.startsWith("-")) {
            removed++;
            oldLine++;
        } else if (line.startsWith(" ") || line.isEmpty()) {
            endChange();
            oldLine++;
        }
    }

    private void endChange() {
        if (removed > 0 || !added.isEmpty()) {
            String text = added.isEmpty() ? "" : String.join("\n", added) + "\n";
            changes.add(new LineChange(Math.max(1, oldLine - removed), removed, text));
        }
        removed = 0;
        added.clear();
    }

    private void endFile() {
        endChange();
        if (!file.isEmpty() && !changes.isEmpty()) {
            files.add(new FileChange(file, List.copyOf(changes)));
        }
        changes = new ArrayList<>();
        file = "";
    }

    private static String path(String named, String prefix) {
        int tab = named.indexOf('\t');
        String path = (tab < 0 ? named : named.substring(0, tab)).strip();
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
