package dev.codeheals.engine.verify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many tests a printed summary tells of; for commands whose runner cannot report by itself.
///
/// @param ran     tests that were run
/// @param skipped tests that were skipped or expected to fail
record TextCounts(int ran, int skipped) {
    private static final Pattern UNITTEST = Pattern.compile("(?m)^Ran (\\d{1,7}) tests? in ");
    private static final Pattern UNITTEST_SKIPS = Pattern.compile("\\b(?:skipped|expected failures)=(\\d{1,7})");
    private static final Pattern PYTEST = Pattern.compile("(?m)^=*\\s*((?:\\d{1,7} [a-z]+(?:, )?)+) in [\\d.]+s");
    private static final Pattern PART = Pattern.compile("(\\d{1,7}) ([a-z]+)");

    /// The counts of the last summary in the text.
    static Optional<TextCounts> of(String text) {
        Matcher unittest = UNITTEST.matcher(text);
        TextCounts found = null;
        while (unittest.find()) {
            Matcher skips = UNITTEST_SKIPS.matcher(text.substring(unittest.end()));
            int skipped = 0;
            while (skips.find()) {
                skipped += Integer.parseInt(skips.group(1));
            }
            found = new TextCounts(Integer.parseInt(unittest.group(1)), skipped);
        }
        Matcher pytest = PYTEST.matcher(text);
        while (pytest.find()) {
            found = parts(pytest.group(1));
        }
        return Optional.ofNullable(found);
    }

    private static TextCounts parts(String list) {
        int ran = 0;
        int skipped = 0;
        Matcher part = PART.matcher(list);
        while (part.find()) {
            int count = Integer.parseInt(part.group(1));
            switch (part.group(2)) {
                case "passed", "failed", "error", "errors" -> ran += count;
                case "skipped", "xfailed", "deselected" -> skipped += count;
                default -> { }
            }
        }
        return new TextCounts(ran, skipped);
    }

    /// One sentence if fewer tests run or more are skipped than before.
    Optional<String> lostSince(TextCounts old) {
        if (ran + skipped < old.ran + old.skipped) {
            return Optional.of((old.ran + old.skipped - ran - skipped) + " tests are not run any more");
        }
        return skipped > old.skipped ? Optional.of((skipped - old.skipped) + " more tests are skipped") : Optional.empty();
    }
}
