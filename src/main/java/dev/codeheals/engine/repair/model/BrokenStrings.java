package dev.codeheals.engine.repair.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Strings of code that a line break tears apart, because it was escaped once where it had to be twice.
final class BrokenStrings {
    private static final Pattern TORN = Pattern.compile("(?<![\\w\"'\\\\])([rfbuRFBU]{0,2})([\"'])(?!\\2)([^\"'\\n\\r]{0,200})(\\r?)\\n([^\"'\\n]{0,200})\\2(?=\\s*(?:[)\\],}.%:+*;]|$))", Pattern.MULTILINE);

    private BrokenStrings() {}

    /// The code with the line break as the two characters that mean it.
    static String joined(String code) {
        String joined = code;
        for (int round = 0; round < 8; round++) {
            String next = TORN.matcher(joined).replaceAll(torn -> Matcher.quoteReplacement(torn.group(1) + torn.group(2) + torn.group(3) + (torn.group(4).isEmpty() ? "" : "\\r")
                    + "\\n" + torn.group(5) + torn.group(2)));
            if (next.equals(joined)) {
                return joined;
            }
            joined = next;
        }
        return joined;
    }
}
