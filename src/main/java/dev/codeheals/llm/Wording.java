package dev.codeheals.llm;

import java.time.Duration;

/// Puts what servers say into one short line.
final class Wording {
    private static final int LONGEST = 240;

    private Wording() {}

    /// The text on one line, without control characters, cut where it gets long, without a full stop at its end.
    static String brief(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST).strip() + " …" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /// "45 seconds", "2 minutes", "150 ms".
    static String span(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds >= 120 && seconds % 60 == 0) {
            return duration.toMinutes() + " minutes";
        }
        return seconds + (seconds == 1 ? " second" : " seconds");
    }
}
