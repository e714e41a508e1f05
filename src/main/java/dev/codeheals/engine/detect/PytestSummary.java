package dev.codeheals.engine.detect;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of pytest's short summary: {@code FAILED tests/test_a.py::test_b - KeyError: 'x'}.
///
/// @param testId  as printed
/// @param reason  what follows the dash, perhaps cut short; empty if nothing
/// @param setup   whether the test never ran
record PytestSummary(String testId, String reason, boolean setup, String line) {
    private static final Pattern EXTENSION = Pattern.compile("\\.\\w{1,10}$");
    private static final List<String> WORDS = List.of("FAILED ", "ERROR ", "SUBFAIL ", "SUBFAILED ");

    static @Nullable PytestSummary parse(String line) {
        for (String word : WORDS) {
            if (line.startsWith(word) && line.length() < 20_000) {
                return of(line, word);
            }
        }
        if (line.startsWith("SUBFAILED")) {
            int close = Math.max(line.indexOf(") "), line.indexOf("] "));
            return close < 0 ? null : of(line, line.substring(0, close + 2));
        }
        return null;
    }

    private static @Nullable PytestSummary of(String line, String word) {
        String rest = line.substring(word.length());
        int dash = dash(rest);
        String id = dash < 0 ? rest.strip() : rest.substring(0, dash).strip();
        int path = id.indexOf("::");
        String file = path < 0 ? id : id.substring(0, path);
        boolean plausible = path < 0 ? file.endsWith(".py") && file.indexOf(' ') < 0 : EXTENSION.matcher(file).find();
        if (!plausible || file.contains(": ")) {
            return null;
        }
        return new PytestSummary(id, dash < 0 ? "" : rest.substring(dash + 3).strip(), word.startsWith("ERROR"), line);
    }

    // A parameter may hold a dash too, but then it stands in brackets.
    private static int dash(String rest) {
        int depth = 0;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth <= 0 && rest.startsWith(" - ", i)) {
                return i;
            }
        }
        return rest.indexOf(" - ");
    }

    /// The test as a heading of the report names it.
    String name() {
        int path = testId.indexOf("::");
        return path < 0 ? testId : testId.substring(path + 2).replace("::", ".");
    }

    private String file() {
        int path = testId.indexOf("::");
        return path < 0 ? testId : testId.substring(0, path);
    }

    /// Whether a report without or with a heading is about this test.
    boolean names(String heading, Failure failure) {
        if (!heading.isEmpty()) {
            return heading.equals(name()) || heading.equals(testId) || heading.startsWith(name() + " ");
        }
        String said = failure.reported().exceptionType() + ": " + failure.reported().summary();
        String cut = reason.endsWith("...") ? reason.substring(0, reason.length() - 3) : reason;
        return !cut.isEmpty() && (said.startsWith(cut) || failure.reported().summary().startsWith(cut));
    }

    /// The failure as far as one line can tell.
    Failure failure(long offset) {
        ExceptionLine named = ExceptionLine.named(reason);
        named = named == null && !reason.startsWith("assert") ? ExceptionLine.afterFrames(reason) : named;
        String type = named != null ? named.type() : reason.isEmpty() && !setup ? "Failed" : reason.isEmpty() ? "Error" : "AssertionError";
        String message = named != null ? named.message() : reason;
        int name = testId.lastIndexOf("::");
        String function = name < 0 ? "" : testId.substring(name + 2).replaceFirst("\\[.*", "");
        StackFrame frame = new StackFrame(file(), 0, function, null);
        Traceback only = new Traceback(Traceback.Relation.ROOT, List.of(frame), type, message, List.of());
        return new Failure(Failure.Kind.PYTEST, List.of(only), testId, offset, line);
    }
}
