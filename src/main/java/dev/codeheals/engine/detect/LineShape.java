package dev.codeheals.engine.detect;

import java.util.regex.Pattern;

/// What surrounds the text of a line.
final class LineShape {
    private static final Pattern TAG = Pattern.compile("</?(?:pre|code|span|p|div|li|br|body|html|b|i|td|tr|failure|error|system-err|system-out|testcase)\\b[^<>]{0,200}>");

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
    ///
    /// @param plain whether the box is drawn with plain characters, as on old terminals
    static String unboxed(String line, boolean plain) {
        if (line.isEmpty() || !bar(line.charAt(0), plain)) {
            return line;
        }
        int end = line.stripTrailing().length();
        if (end > 1 && bar(line.charAt(end - 1), plain)) {
            end--;
        }
        return line.substring(Math.min(end, line.startsWith(" ", 1) ? 2 : 1), end).stripTrailing();
    }

    private static boolean bar(char c, boolean plain) {
        return c == '\u2502' || c == '\u2503' || (plain && c == '|');
    }

    /// The line as a web page shows it.
    static String asShown(String line) {
        return withoutEntities(line.indexOf('<') < 0 ? line : TAG.matcher(line).replaceAll(""));
    }

    /// The line up to the end of a report's character data, as test reports in XML have it.
    static String beforeEnd(String line) {
        int end = line.lastIndexOf("]]></");
        return end < 0 ? line : line.substring(0, end);
    }

    /// The line of a cell in a table of comma-separated values.
    static String asCell(String line) {
        String text = line.replace("\"\"", "\"");
        boolean closes = text.endsWith("\"") && text.chars().filter(c -> c == '"').count() % 2 == 1;
        return closes ? text.substring(0, text.length() - 1) : text;
    }

    private static String withoutEntities(String line) {
        return line.indexOf('&') < 0 ? line
                : line.replace("&nbsp;", " ").replace("&quot;", "\"").replace("&#39;", "'").replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
