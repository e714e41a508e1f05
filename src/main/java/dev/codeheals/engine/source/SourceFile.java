package dev.codeheals.engine.source;

import java.util.Arrays;

/// The text of one project file, with line arithmetic.
///
/// Offsets are char indexes into {@code text}; lines and columns are 1-based. Lines end at {@code \n}, {@code \r\n} or {@code \r}.
///
/// @param path relative to the project root, with forward slashes
/// @param text the decoded text, line endings as they are on disk, without a byte-order mark
public record SourceFile(String path, String text, LineIndex lines) {

    public static SourceFile of(String path, String text) {
        return new SourceFile(path, text, LineIndex.of(text));
    }

    /// The line separator the file uses most; {@code \n} for a file of one line.
    public String eol() {
        int windows = 0;
        int unix = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                if (i > 0 && text.charAt(i - 1) == '\r') {
                    windows++;
                } else {
                    unix++;
                }
            }
        }
        return windows > unix ? "\r\n" : "\n";
    }

    public int lineCount() {
        return lines.count();
    }

    /// The 1-based line that holds the offset.
    public int lineOf(int offset) {
        return lines.lineOf(offset);
    }

    /// The 1-based column of the offset in its line.
    public int columnOf(int offset) {
        return offset - lines.start(lineOf(offset)) + 1;
    }

    /// The offset of the first char of a 1-based line; clamped to the file.
    public int lineStart(int line) {
        return lines.start(line);
    }

    /// The offset just after the last char of a line, before its separator.
    public int lineEnd(int line) {
        int end = line >= lineCount() ? text.length() : lines.start(line + 1);
        while (end > lines.start(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /// The text of a 1-based line without its separator; empty outside the file.
    public String line(int line) {
        return line < 1 || line > lineCount() ? "" : text.substring(lineStart(line), lineEnd(line));
    }

    /// Leading white space of a line.
    public String indentOf(int line) {
        String content = line(line);
        int i = 0;
        while (i < content.length() && (content.charAt(i) == ' ' || content.charAt(i) == '\t')) {
            i++;
        }
        return content.substring(0, i);
    }

    /// Offsets of the line starts of a text.
    public static final class LineIndex {
        private final int[] starts;

        private LineIndex(int[] starts) {
            this.starts = starts;
        }

        static LineIndex of(String text) {
            int[] found = new int[Math.max(16, text.length() / 24)];
            int count = 1;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
                if (ends && i + 1 < text.length()) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = i + 1;
                }
            }
            return new LineIndex(Arrays.copyOf(found, count));
        }

        int count() {
            return starts.length;
        }

        int start(int line) {
            return starts[Math.clamp(line, 1, starts.length) - 1];
        }

        int lineOf(int offset) {
            int found = Arrays.binarySearch(starts, offset);
            return found >= 0 ? found + 1 : -found - 1;
        }
    }
}
