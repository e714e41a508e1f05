package dev.codeheals.engine.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Output that a logger wrote as a quoted string: whole tracebacks on one line, or each line in its own JSON object.
final class EscapedText {
    private static final String HEADER = "Traceback (most recent call last):";
    private static final Pattern FRAME = Pattern.compile("File \\\\{0,7}[\"'][^\"\\\\]{1,400}(?:\\\\\\\\[^\"\\\\]{1,400}){0,40}\\\\{0,7}[\"'], line \\d{1,9}");
    private static final int DEEPEST = 3;

    private EscapedText() {}

    /// The text of a container log's line, or null if it is none.
    static @Nullable String containerLine(String line) {
        if (line.isEmpty() || line.charAt(0) != '{') {
            return null;
        }
        int key = line.indexOf("\"log\":");
        if (key < 0 || key > 100) {
            return null;
        }
        int open = line.charAt(Math.min(key + 6, line.length() - 1)) == ' ' ? key + 7 : key + 6;
        return line.startsWith("\"", open) ? unescape(line, open + 1, stringEnd(line, open + 1)).stripTrailing() : null;
    }

    /// The lines of a traceback written on this one line with escaped line breaks, or null if there is none.
    static @Nullable String folded(String line) {
        if (line.indexOf('\\') < 0) {
            return null;
        }
        int header = line.indexOf(HEADER);
        int end = header + HEADER.length();
        if (header < 0) {
            header = line.indexOf("File ");
            end = header < 0 ? -1 : frameEnd(line, header);
        }
        if (end < 0 || header < 0 || !escapedBreak(line, end)) {
            return null;
        }
        String text = unescape(line, header, stringEnd(line, header));
        for (int i = 1; i < DEEPEST && escapedBreak(text, end - header); i++) {
            text = unescape(text, 0, stringEnd(text, 0));
        }
        return text;
    }

    // A syntax error's report has no header: it begins with the place.
    private static int frameEnd(String line, int from) {
        Matcher frame = FRAME.matcher(line).region(from, line.length());
        return frame.lookingAt() ? frame.end() : -1;
    }

    private static boolean escapedBreak(String line, int at) {
        int next = at;
        while (next < line.length() && line.charAt(next) == '\\' && next < at + 8) {
            next++;
        }
        return next > at && next < line.length() && (line.charAt(next) == 'n' || line.charAt(next) == 'r');
    }

    // JSON escapes the double quotes of the frames; Python's repr leaves them and ends with a single quote.
    private static int stringEnd(String line, int from) {
        int file = line.indexOf("File ", from);
        char end = file >= 0 && line.startsWith("\"", file + 5) ? '\'' : '"';
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == end) {
                return i;
            }
        }
        return line.length();
    }

    /// The text that a quoted string stands for.
    static String unescaped(String quoted) {
        return unescape(quoted, 0, quoted.length());
    }

    private static String unescape(String line, int from, int to) {
        StringBuilder out = new StringBuilder(to - from);
        int at = from;
        while (at < to) {
            char c = line.charAt(at);
            if (c != '\\' || at + 1 >= to) {
                out.append(c);
                at++;
                continue;
            }
            char e = line.charAt(at + 1);
            at += 2;
            switch (e) {
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'u' -> at = unicode(line, at, to, out);
                default -> out.append(e);
            }
        }
        return out.toString();
    }

    private static int unicode(String line, int at, int to, StringBuilder out) {
        if (at + 4 <= to) {
            try {
                out.append((char) Integer.parseInt(line, at, at + 4, 16));
                return at + 4;
            } catch (NumberFormatException e) {
                out.append("\\u");
                return at;
            }
        }
        return to;
    }
}
