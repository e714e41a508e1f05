package dev.codeheals.engine.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A traceback whose line breaks were lost on the way, as in chats and forms.
final class FlatText {
    private static final String HEADER = "Traceback (most recent call last):";
    private static final int LONGEST = 32 * 1024;
    private static final Pattern FRAME = Pattern.compile("File \"[^\"]{1,400}\", line \\d{1,9}(?:, in (\\S{1,200}))?");
    private static final Pattern EXCEPTION = Pattern.compile("(?<=\\s)((?:\\w{1,80}\\.){0,8}[A-Z]\\w{0,80}(?:Error|Exception|Warning|Interrupt|Exit|Iteration))(?=: |\\s*$)");

    private FlatText() {}

    /// The lines as they once were, or null if the line is no such text.
    static @Nullable String unfolded(String line) {
        int header = line.indexOf(HEADER);
        if (header < 0 || line.length() > LONGEST || line.length() == header + HEADER.length()) {
            return null;
        }
        String rest = line.substring(header + HEADER.length());
        Matcher frame = FRAME.matcher(rest);
        if (!rest.stripLeading().startsWith("File \"") || !frame.find()) {
            return null;
        }
        StringBuilder out = new StringBuilder(HEADER);
        int end = 0;
        do {
            source(out, rest.substring(end, frame.start()));
            out.append("\n  ").append(frame.group());
            end = frame.end();
        } while (frame.find());
        String last = rest.substring(end);
        Matcher exception = EXCEPTION.matcher(last);
        if (!exception.find()) {
            return null;
        }
        source(out, last.substring(0, exception.start()));
        return out.append('\n').append(last, exception.start(), last.length()).toString();
    }

    private static void source(StringBuilder out, String text) {
        if (!text.isBlank()) {
            out.append("\n    ").append(text.strip());
        }
    }
}
