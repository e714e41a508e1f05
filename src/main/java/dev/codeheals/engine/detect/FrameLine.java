package dev.codeheals.engine.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the line that opens a frame, in any of the spellings that Python's tools print.
final class FrameLine {
    private static final int LONGEST = 4_096;
    private static final String MARKS = " >*|\u2502\t#-";
    private static final String LINE = ", line ";
    private static final Pattern CELL = Pattern.compile("(Cell In ?\\[[\\d*]{1,9}\\]|Input In ?\\[[\\d*]{1,9}\\])(?:, line (\\d{1,9}))?(?:,? in (.{1,300}?))?:?");
    private static final Pattern NOTEBOOK = Pattern.compile(
            "(?:File )?(<[^>\"]{1,200}>|(?:~|/|\\.{1,2}[/\\\\]|[A-Za-z]:[\\\\/])[^:*?\"<>|]{1,400}?)(?::(\\d{1,9}))?(?:,? in (.{1,600}?))?");
    private static final Pattern LOCATED = Pattern.compile("(?:File )?([^\\s:\"<>|][^:\"<>|]{0,400}\\.pyx?|<[^>\"]{1,200}>):(\\d{1,9}):?(?:,? in (.{1,600}?))?");

    private static final Pattern OTHER_LANGUAGE = Pattern.compile("\\.(?:[cm]?[jt]sx?|rb|php|java|kt|scala|go|rs|cs|vue|lua|pl|sh)$");

    private FrameLine() {}

    /// A frame, if the text (without indentation) is the opening line of one.
    static @Nullable StackFrame parse(String text) {
        int at = text.startsWith("File ") ? 5 : marked(text);
        if (at >= 0 && text.length() > at) {
            char quote = text.charAt(at);
            if (quote == '"' || quote == '\'' || quote == '\u201c' || quote == '&') {
                return quoted(text, at, quote);
            }
        }
        return text.length() > LONGEST ? null : notebook(text);
    }

    /// Whether a frame is spelled in Python's own way, not a notebook's.
    static boolean isPlain(String text) {
        return text.startsWith("File \"") || text.startsWith("File '");
    }

    // Loguru and py_compile put a mark before the word, Azure a word.
    private static int marked(String text) {
        if (text.startsWith("Stack: ")) {
            return text.startsWith("File ", 9) ? 14 : -1;
        }
        int at = 0;
        while (at < Math.min(text.length(), 9) && MARKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > 0 && text.startsWith("File ", at) ? at + 5 : -1;
    }

    private static @Nullable StackFrame quoted(String text, int open, char quote) {
        String close = switch (quote) {
            case '\u201c' -> "\u201d";
            case '&' -> "&quot;";
            case '"' -> "\"";
            default -> "'";
        };
        int from = quote == '&' ? open + 6 : open + 1;
        if (quote == '&' && !text.startsWith("&quot;", open)) {
            return null;
        }
        int end = text.indexOf(close, from);
        while (end >= 0 && !text.startsWith(LINE, end + close.length())) {
            end = text.indexOf(close, end + 1);
        }
        if (end < 0) {
            return withoutLine(text, from, close);
        }
        String file = text.substring(from, end);
        int at = end + close.length() + LINE.length();
        int number = at;
        while (at < text.length() && at - number < 9 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int line = at == number ? 0 : Integer.parseInt(text, number, at, 10);
        return new StackFrame(file, line, function(text, at), null);
    }

    // Django's older pages name the function without a line; an elided number ("line ..." ) reads as 0.
    private static @Nullable StackFrame withoutLine(String text, int from, String close) {
        int end = text.indexOf(close, from);
        if (end <= from) {
            return null;
        }
        int rest = end + close.length();
        return text.startsWith(" in ", rest) ? new StackFrame(text.substring(from, end), 0, text.substring(rest + 4).strip(), null) : null;
    }

    private static String function(String text, int at) {
        if (text.startsWith(", in ", at)) {
            return decode(text.substring(at + 5).strip());
        }
        return text.startsWith(" in ", at) ? decode(text.substring(at + 4).strip()) : "";
    }

    private static String decode(String function) {
        return function.startsWith("&lt;") ? function.replace("&lt;", "<").replace("&gt;", ">") : function;
    }

    private static @Nullable StackFrame notebook(String text) {
        if (text.length() < 4) {
            return null;
        }
        char first = text.charAt(0);
        if (first == 'C' || first == 'I') {
            Matcher cell = CELL.matcher(text);
            if (cell.matches()) {
                return frame(cell);
            }
        }
        if (first == '<' || first == '~' || first == '/' || first == '.' || text.startsWith("File ") || text.charAt(1) == ':') {
            Matcher notebook = NOTEBOOK.matcher(text);
            if (notebook.matches() && (notebook.group(2) != null || notebook.group(3) != null) && !OTHER_LANGUAGE.matcher(notebook.group(1)).find()) {
                return frame(notebook);
            }
        }
        if (text.indexOf(".py") > 0) {
            Matcher located = LOCATED.matcher(text);
            if (located.matches() && (located.group(3) != null || text.startsWith("File "))) {
                return frame(located);
            }
        }
        return null;
    }

    private static StackFrame frame(Matcher m) {
        String line = m.group(2);
        String in = m.group(3);
        int cellLine = in == null ? -1 : in.indexOf("<cell line: ");
        int number = line != null ? Integer.parseInt(line) : cellLine < 0 ? 0 : digits(in, cellLine + 12);
        return new StackFrame(m.group(1).strip(), number, in == null ? "" : withoutArguments(in), null);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < 9 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at == from ? 0 : Integer.parseInt(text, from, at, 10);
    }

    // Notebooks print the call's arguments after the name.
    private static String withoutArguments(String function) {
        int open = function.indexOf('(');
        return (open > 0 ? function.substring(0, open) : function).strip();
    }
}
