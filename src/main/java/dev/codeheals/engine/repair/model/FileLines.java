package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SourceFile;
import java.util.List;
import java.util.stream.IntStream;

/// A file as 0-based lines, and changes of whole lines as replacements of its text.
final class FileLines {
    private static final String USUAL_STEP = "    ";

    private final SourceFile file;
    private final List<String> lines;

    FileLines(SourceFile file) {
        this.file = file;
        this.lines = file.text().isEmpty() ? List.of() : IntStream.rangeClosed(1, file.lineCount()).mapToObj(file::line).toList();
    }

    SourceFile file() {
        return file;
    }

    List<String> lines() {
        return lines;
    }

    /// Puts new lines in the place of the lines from {@code from} up to and without {@code to}; everything around keeps its bytes.
    Replacement replace(int from, int to, List<String> fresh) {
        int start = offset(from);
        int end = offset(to);
        if (fresh.isEmpty()) {
            return Replacement.delete(start, end);
        }
        String eol = file.eol();
        String text = String.join(eol, fresh);
        boolean atEnd = end == file.text().length();
        boolean lastLineOpen = !file.text().isEmpty() && !file.text().endsWith("\n") && !file.text().endsWith("\r");
        if (!atEnd || !lastLineOpen) {
            return new Replacement(start, end, text + eol);
        }
        return new Replacement(start, end, start == end ? eol + text : text);
    }

    /// One level of indentation as this file does it.
    String step() {
        for (String line : lines) {
            String indent = Indents.of(line);
            if (!line.isBlank() && !indent.isEmpty()) {
                return indent.startsWith("\t") ? "\t" : indent.length() <= 8 ? indent : USUAL_STEP;
            }
        }
        return USUAL_STEP;
    }

    private int offset(int line) {
        return line >= lines.size() ? file.text().length() : file.lineStart(line + 1);
    }
}
