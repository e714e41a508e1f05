package dev.codeheals.engine.detect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line forms of pytest's report.
final class PytestLines {
    private static final Pattern SECTION = Pattern.compile("={2,200} ([^=].{0,200}?) ={2,200}");
    private static final Pattern HEADING = Pattern.compile("_{1,200} (.{1,600}?) _{1,200}");
    private static final Pattern CAPTURED = Pattern.compile("-{2,200} (?:Captured .{1,60}|generated xml file.{0,300}|live log .{1,40}) -{2,200}");
    private static final Pattern LOCATION = Pattern.compile("((?:[A-Za-z]:)?[^\\s:>][^:>]{0,400}\\.[A-Za-z]\\w{0,9}|<[^>]{1,200}>):(\\d{1,9})(?::(?: (.*))?)?");
    private static final Pattern FIXTURE_FILE = Pattern.compile("file (.{1,400}), line (\\d{1,9})");
    private static final Pattern DEFINITION = Pattern.compile("(?:async )?def (\\w{1,200})\\b.*");
    private static final Pattern TOTALS = Pattern.compile("(?:=+ )?(?:\\d+ [a-z]+(?:, | in ))+[\\d.]+ ?s(?:econds)?.*|(?:=+ )?no tests ran in .*");

    private PytestLines() {}

    /// A place in the code and what was said about it.
    record Location(String file, int line, String rest) {}

    static @Nullable String section(String line) {
        if (!line.startsWith("==")) {
            return null;
        }
        Matcher m = SECTION.matcher(line);
        return m.matches() ? m.group(1) : null;
    }

    /// The test named by a heading; null for any other line, the broken ruler between two frames among them.
    static @Nullable String heading(String line) {
        if (!line.startsWith("_") || !line.endsWith("_") || line.startsWith("_ _ _")) {
            return null;
        }
        Matcher m = HEADING.matcher(line);
        return m.matches() ? m.group(1).strip() : null;
    }

    static boolean isFrameRuler(String line) {
        return line.startsWith("_ _ _");
    }

    static boolean isCaptured(String line) {
        return line.startsWith("--") && CAPTURED.matcher(line).matches();
    }

    static boolean isTotals(String line) {
        return line.length() < 300 && line.indexOf(" in ") > 0 && TOTALS.matcher(line).matches();
    }

    static @Nullable Location location(String line) {
        if (line.isEmpty() || line.charAt(0) == ' ' || line.charAt(0) == '>' || line.indexOf(':') < 0 || line.length() > 4_000) {
            return null;
        }
        Matcher m = LOCATION.matcher(line);
        if (!m.matches()) {
            return null;
        }
        return new Location(m.group(1), Integer.parseInt(m.group(2)), m.group(3) == null ? "" : m.group(3).strip());
    }

    static @Nullable Location fixtureFile(String line) {
        Matcher m = FIXTURE_FILE.matcher(line);
        return line.startsWith("file ") && m.matches() ? new Location(m.group(1), Integer.parseInt(m.group(2)), "") : null;
    }

    /// The text of a line marked as the error, with its indentation; null for any other line.
    static @Nullable String error(String line) {
        if (line.isEmpty() || line.charAt(0) != 'E') {
            return null;
        }
        if (line.length() == 1) {
            return "";
        }
        return line.startsWith("E   ") ? line.substring(4) : line.substring(1).isBlank() ? "" : null;
    }

    static @Nullable String definition(String text) {
        if (!text.startsWith("def ") && !text.startsWith("async def ")) {
            return null;
        }
        Matcher m = DEFINITION.matcher(text);
        return m.matches() ? m.group(1) : null;
    }
}
