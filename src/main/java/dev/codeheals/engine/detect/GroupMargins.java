package dev.codeheals.engine.detect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an exception group: each level of the drawing is a report of its own, indented by its margin.
final class GroupMargins {
    private static final Pattern MARGIN = Pattern.compile("( {0,400})(?:\\|(?: (.*)|)|\\+ (Exception Group Traceback .*)|\\+(-\\+)?-{4,60}(?: ((?:\\d{1,9}|\\.{3})) -{4,60})?)\\s*", Pattern.DOTALL);
    private static final int DEEPEST = 60;

    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean headerRead;

    private record Level(int column, TracebackReader reader) {}

    /// Whether a line can open a group.
    static boolean opens(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return line.startsWith("+ Exception Group Traceback", at) || (line.startsWith("| ", at) && line.contains(" sub-exception") && headline(line.substring(at + 2)));
    }

    private static boolean headline(String text) {
        ExceptionLine line = ExceptionLine.afterFrames(text);
        return line != null && line.message().endsWith(")") && line.message().contains(" sub-exception");
    }

    /// Takes a line of the drawing; false for any other line.
    boolean accept(String line) {
        Matcher m = MARGIN.matcher(line);
        if (!m.matches() || line.isBlank()) {
            return false;
        }
        int column = m.group(1).length();
        boolean first = headerRead;
        headerRead = m.group(3) != null;
        if (headerRead) {
            open(column).accept(m.group(3), false);
        } else if (line.charAt(column) == '|') {
            if (first) {
                align(column);
            }
            text(column, m.group(2) == null ? "" : m.group(2));
        } else if (m.group(4) != null) {
            closeBeyond(column);
            open(column + 2);
        } else {
            closeBeyond(column - 1);
            if (m.group(5) != null) {
                open(column);
            }
        }
        return true;
    }

    // Pasted text often lost the blanks before its first line.
    private void align(int column) {
        Level level = levels.getLast();
        if (level.column < column) {
            levels.removeLast();
            levels.addLast(new Level(column, level.reader));
        }
    }

    private void text(int column, String inner) {
        closeBeyond(column);
        Level level = levels.peekLast();
        TracebackReader reader = level == null || level.column != column ? open(column) : level.reader;
        reader.accept(inner, false);
    }

    private TracebackReader open(int column) {
        TracebackReader reader = new TracebackReader();
        if (levels.size() < DEEPEST) {
            levels.addLast(new Level(column, reader));
        }
        return reader;
    }

    private void closeBeyond(int column) {
        while (levels.size() > 1 && levels.getLast().column > column) {
            Traceback inner = levels.removeLast().reader.last();
            if (inner != null) {
                levels.getLast().reader.member(inner);
            }
        }
    }

    /// The outermost level's reader once the drawing is complete.
    @Nullable TracebackReader finish() {
        closeBeyond(-1);
        Level outer = levels.peekFirst();
        return outer == null ? null : outer.reader;
    }
}
