package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.RunOutcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What a program printed besides its failure: the only thing a program without tests can lose.
final class Spoken {
    private Spoken() {}

    /// Whether the program said something before, and still says all of it, in that order.
    static boolean isKept(RunOutcome before, RunOutcome after) {
        List<String> said = lines(before);
        Iterator<String> now = lines(after).iterator();
        return !said.isEmpty() && said.stream().allMatch(line -> found(line, now));
    }

    private static boolean found(String line, Iterator<String> lines) {
        while (lines.hasNext()) {
            if (lines.next().equals(line)) {
                return true;
            }
        }
        return false;
    }

    /// The lines outside tracebacks: one starts with its title and ends with the first line that is not indented, which names the exception.
    private static List<String> lines(RunOutcome outcome) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : outcome.text().lines().map(String::stripTrailing).toList()) {
            if (line.startsWith("Traceback (most recent call last)")) {
                inside = true;
            } else if (inside) {
                inside = line.isEmpty() || line.startsWith(" ");
            } else if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
