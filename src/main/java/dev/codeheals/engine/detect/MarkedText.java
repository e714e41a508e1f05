package dev.codeheals.engine.detect;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A traceback on one line whose line breaks are marks of a web page or of a build server.
final class MarkedText {
    private static final String HEADER = "Traceback (most recent call last):";
    private static final Pattern BREAK = Pattern.compile("<br ?/?>");
    private static final Pattern SERVICE_END = Pattern.compile("(?<!\\|)'");

    private MarkedText() {}

    /// The lines, or null if the line is no such text.
    static @Nullable String unfolded(String line) {
        int header = line.indexOf(HEADER);
        if (header < 0) {
            return null;
        }
        String rest = line.substring(header);
        if (rest.startsWith("|n", HEADER.length()) && line.contains("##teamcity[")) {
            return SERVICE_END.split(rest, 2)[0].replace("|n", "\n").replace("|r", "").replace("|'", "'").replace("|[", "[").replace("|]", "]").replace("||", "|");
        }
        return rest.startsWith("<br", HEADER.length()) ? LineShape.asShown(BREAK.matcher(rest).replaceAll("\n")) : null;
    }
}
