package dev.codeheals.engine.repair.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Line numbers that a reply copied from a listing.
final class LineNumbers {
    private static final Pattern MARKED = Pattern.compile("^\\s{0,8}(?:L(?=[0-9]))?([0-9]{1,6})(?:\\t| ?[|:│→])");
    private static final Pattern COUNTED = Pattern.compile("^\\s{0,8}(?:L|[Ll]ine |\\[)?([0-9]{1,6})(?:[|:│→.)\\]]|\\t| |$)");
    private static final int ENOUGH = 3;

    private LineNumbers() {}

    /// The lines without them, where every line has one: with a mark behind it, or counting up by one. Lines that are the file's own
    /// begin with numbers of their own.
    static List<String> dropped(List<String> lines, List<String> file) {
        List<String> solid = lines.stream().filter(line -> !line.isBlank()).toList();
        if (solid.isEmpty() || file.stream().anyMatch(own -> own.strip().equals(solid.getFirst().strip()))) {
            return lines;
        }
        if (solid.stream().allMatch(line -> MARKED.matcher(line).find())) {
            return without(MARKED, lines);
        }
        return lines.size() >= ENOUGH && countUp(lines) ? without(COUNTED, lines) : lines;
    }

    /// New lines as the old ones were: where those had numbers, these may lack some.
    static List<String> dropped(List<String> fresh, List<String> old, List<String> bareOld, List<String> file) {
        return old.isEmpty() ? dropped(fresh, file) : old.equals(bareOld) ? fresh : without(MARKED, fresh);
    }

    /// A blank behind the mark belongs to it where every line has one.
    private static List<String> without(Pattern number, List<String> lines) {
        List<String> bare = lines.stream().map(line -> number.matcher(line).replaceFirst("")).toList();
        boolean spaced = lines.stream().noneMatch(line -> line.contains("→")) && bare.stream().allMatch(line -> line.isEmpty() || line.startsWith(" "));
        return spaced ? bare.stream().map(line -> line.isEmpty() ? line : line.substring(1)).toList() : bare;
    }

    private static boolean countUp(List<String> lines) {
        int expected = -1;
        for (String line : lines) {
            Matcher number = COUNTED.matcher(line);
            if (!number.find() || (expected >= 0 && Integer.parseInt(number.group(1)) != expected)) {
                return false;
            }
            expected = Integer.parseInt(number.group(1)) + 1;
        }
        return true;
    }
}
