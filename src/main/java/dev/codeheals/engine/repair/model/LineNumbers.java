package dev.codeheals.engine.repair.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Line numbers that a reply copied from a listing.
final class LineNumbers {
    private static final Pattern MARKED = Pattern.compile("^\\s{0,6}[0-9]{1,6} ?[|:│] ?");
    private static final Pattern BARE = Pattern.compile("^\\s{0,6}([0-9]{1,6})(?: |$)");
    private static final int ENOUGH = 3;

    private LineNumbers() {}

    /// The lines without them, where every line has one: with a mark behind it, or counting up by one.
    static List<String> dropped(List<String> lines) {
        List<String> solid = lines.stream().filter(line -> !line.isBlank()).toList();
        if (!solid.isEmpty() && solid.stream().allMatch(line -> MARKED.matcher(line).find())) {
            return lines.stream().map(line -> MARKED.matcher(line).replaceFirst("")).toList();
        }
        return lines.size() >= ENOUGH && countUp(lines) ? lines.stream().map(line -> BARE.matcher(line).replaceFirst("")).toList() : lines;
    }

    private static boolean countUp(List<String> lines) {
        int expected = -1;
        for (String line : lines) {
            Matcher number = BARE.matcher(line);
            if (!number.find() || (expected >= 0 && Integer.parseInt(number.group(1)) != expected)) {
                return false;
            }
            expected = Integer.parseInt(number.group(1)) + 1;
        }
        return true;
    }
}
