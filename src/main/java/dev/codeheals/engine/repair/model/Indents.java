package dev.codeheals.engine.repair.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Translates the indentation a reply uses into the one the file uses, learnt from lines that stand for each other.
final class Indents {
    private static final int TAB = 4;

    /// A line of the reply and the file's line it stands for.
    record Pair(String theirs, String ours) {}

    private final TreeMap<Integer, String> known = new TreeMap<>();
    private final boolean same;
    private final boolean contradictory;
    private final int theirStep;
    private final String ourStep;

    /// @param ourStep one level of indentation in the file
    Indents(List<Pair> pairs, String ourStep) {
        List<Pair> solid = pairs.stream().filter(pair -> !pair.theirs().isBlank()).toList();
        solid.forEach(pair -> known.merge(width(of(pair.theirs())), of(pair.ours()), (a, b) -> width(a) <= width(b) ? a : b));
        this.same = solid.stream().allMatch(pair -> of(pair.theirs()).equals(of(pair.ours())));
        this.contradictory = solid.stream().map(pair -> width(of(pair.theirs()))).distinct().count() == 1
                && solid.stream().map(pair -> of(pair.ours())).distinct().count() > 1;
        this.ourStep = ourStep;
        this.theirStep = smallestStep(width(ourStep));
    }

    private int smallestStep(int otherwise) {
        int smallest = Integer.MAX_VALUE;
        int previous = -1;
        for (int width : known.keySet()) {
            smallest = previous < 0 ? smallest : Math.min(smallest, width - previous);
            previous = width;
        }
        return smallest == Integer.MAX_VALUE ? otherwise : smallest;
    }

    /// Whether all lines of the reply are indented alike, and those of the file are not.
    boolean contradictory() {
        return contradictory;
    }

    /// The line indented with plain blanks where it was with others.
    static String plain(String line) {
        int end = 0;
        while (end < line.length() && (Character.isSpaceChar(line.charAt(end)) || line.charAt(end) == '\t')) {
            end++;
        }
        return Typography.straight(line.substring(0, end)) + line.substring(end);
    }

    /// The line with the file's indentation.
    String translate(String line) {
        if (same || line.isBlank()) {
            return line;
        }
        String theirs = of(line);
        int width = width(theirs);
        Map.Entry<Integer, String> base = known.floorEntry(width);
        if (base == null) {
            Map.Entry<Integer, String> lowest = known.firstEntry();
            int back = Math.max(1, (lowest.getKey() - width) / theirStep) * ourStep.length();
            return lowest.getValue().substring(0, Math.max(0, lowest.getValue().length() - back)) + line.substring(theirs.length());
        }
        int more = width - base.getKey();
        String added = more % theirStep == 0 ? ourStep.repeat(more / theirStep) : " ".repeat(more);
        return base.getValue() + added + line.substring(theirs.length());
    }

    static String of(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    private static int width(String indent) {
        int width = 0;
        for (int i = 0; i < indent.length(); i++) {
            width += indent.charAt(i) == '\t' ? TAB : 1;
        }
        return width;
    }
}
