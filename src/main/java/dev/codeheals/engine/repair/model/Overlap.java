package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds out whether new text repeats lines of the file below the old text: then the old text was only the head of what is meant.
final class Overlap {
    private static final int FEWEST = 2;
    private static final double MOSTLY = 0.6;

    private final List<String> file;

    Overlap(List<String> file) {
        this.file = file;
    }

    /// The old lines, followed by those of the file that the new ones repeat.
    ///
    /// @param place for each old line the line of the file; those of the answer follow each other
    List<String> meant(int[] place, List<String> old, List<String> fresh) {
        int below = place[place.length - 1] + 1;
        boolean headOnly = place.length == below - place[0] && fresh.size() > old.size() + FEWEST && !fresh.getLast().isBlank();
        if (!headOnly || below < 1) {
            return old;
        }
        List<String> added = fresh.subList(old.size(), fresh.size()).stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int end = below;
        while (end < Math.min(file.size(), below + fresh.size()) && !file.get(end).strip().equals(added.getLast())) {
            end++;
        }
        if (end >= Math.min(file.size(), below + fresh.size())) {
            return old;
        }
        Set<String> present = new HashSet<>(file.subList(below, end + 1).stream().map(String::strip).toList());
        long repeated = added.stream().filter(present::contains).count();
        if (repeated < FEWEST || repeated < MOSTLY * added.size()) {
            return old;
        }
        List<String> meant = new ArrayList<>(old);
        meant.addAll(file.subList(below, end + 1));
        return meant;
    }
}
