package dev.codeheals.engine.detect;

/// What surrounds the text of a line.
final class LineShape {
    private LineShape() {}

    /// How far a line is indented, a tab counting as four blanks.
    static int indent(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                width += 4;
            } else if (Character.isWhitespace(c)) {
                width++;
            } else {
                break;
            }
        }
        return width;
    }

    /// The line without the bars that boxed tracebacks draw around it.
    static String unboxed(String line) {
        if (line.isEmpty() || !bar(line.charAt(0))) {
            return line;
        }
        int end = line.stripTrailing().length();
        if (end > 1 && bar(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(Math.min(end, line.startsWith(" ", 1) ? 2 : 1), end).stripTrailing();
    }

    private static boolean bar(char c) {
        return c == '\u2502' || c == '\u2503';
    }
}
