package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Finds where in a file some old lines are: exactly, else without regard to white space and typography, else by likeness.
///
/// The answer is one place or none: what fits twice is refused, because a guess would edit the wrong one.
final class Anchor {
    private static final double LIKE_ENOUGH = 0.72;
    private static final double LIKE_ENOUGH_ALONE = 0.8;
    private static final double CLEARLY_BETTER = 0.08;
    private static final long MOST_COMPARISONS = 3_000_000;

    /// Where the old lines are.
    sealed interface Place {
        /// @param lines for each old line the 0-based file line it stands for; -1 where none does
        record Found(int[] lines) implements Place {
            int first() {
                return Arrays.stream(lines).filter(line -> line >= 0).min().orElseThrow();
            }
        }

        record Nowhere() implements Place {}

        /// @param lines the 1-based line each fitting place begins at
        record Ambiguous(List<Integer> lines) implements Place {}
    }

    private final List<String> file;
    private final List<String> squeezed;
    private final TokenSimilarity likeness = new TokenSimilarity();

    /// @param file its lines without separators
    Anchor(List<String> file) {
        this.file = file;
        this.squeezed = file.stream().map(Anchor::squeeze).toList();
    }

    /// Looks for lines that are equal, at least without their white space.
    ///
    /// @param old  at least one line that is not blank
    /// @param hint 1-based line the reply says; decides between places that fit equally where it names one of them; 0 = none
    Place same(List<String> old, int hint) {
        Place exact = among(exact(old), hint);
        return exact instanceof Place.Nowhere ? loose(old, solid(old), hint) : exact;
    }

    private List<int[]> exact(List<String> old) {
        List<int[]> found = new ArrayList<>();
        for (int at = 0; at + old.size() <= file.size(); at++) {
            if (file.get(at).equals(old.getFirst()) && file.subList(at, at + old.size()).equals(old)) {
                found.add(IntStream.range(at, at + old.size()).toArray());
            }
        }
        return found;
    }

    /// Lines that are equal without their white space, blank lines on either side not counted.
    private Place loose(List<String> old, List<Integer> solid, int hint) {
        List<Integer> solidFile = solid(squeezed);
        List<String> wanted = solid.stream().map(i -> squeeze(old.get(i))).toList();
        List<int[]> found = new ArrayList<>();
        for (int at = 0; at + wanted.size() <= solidFile.size(); at++) {
            int start = at;
            if (IntStream.range(0, wanted.size()).allMatch(i -> squeezed.get(solidFile.get(start + i)).equals(wanted.get(i)))) {
                int[] lines = nowhere(old.size());
                for (int i = 0; i < wanted.size(); i++) {
                    lines[solid.get(i)] = solidFile.get(at + i);
                }
                found.add(lines);
            }
        }
        return among(found, hint);
    }

    private static Place among(List<int[]> found, int hint) {
        if (found.size() == 1) {
            return new Place.Found(found.getFirst());
        }
        if (found.size() < 2) {
            return new Place.Nowhere();
        }
        List<int[]> named = found.stream().filter(lines -> hint > 0 && new Place.Found(lines).first() == hint - 1).toList();
        return named.size() == 1 ? new Place.Found(named.getFirst())
                : new Place.Ambiguous(found.stream().map(lines -> new Place.Found(lines).first() + 1).toList());
    }

    /// Looks for the best alignment of the old lines with a stretch of the file, if it is good and no other stretch comes near.
    Place alike(List<String> old) {
        List<Integer> solid = solid(old);
        List<Integer> solidFile = solid(squeezed);
        if ((long) solid.size() * solidFile.size() > MOST_COMPARISONS || solidFile.isEmpty()) {
            return new Place.Nowhere();
        }
        List<String> wanted = solid.stream().map(i -> Typography.straight(old.get(i))).toList();
        List<String> present = solidFile.stream().map(i -> Typography.straight(file.get(i))).toList();
        Alignment alignment = new Alignment(wanted, present, likeness);
        double needed = wanted.size() == 1 ? LIKE_ENOUGH_ALONE : LIKE_ENOUGH;
        if (alignment.score() < needed || alignment.score() - alignment.runnerUp() < CLEARLY_BETTER) {
            return new Place.Nowhere();
        }
        int[] lines = nowhere(old.size());
        int[] pairs = alignment.pairs();
        for (int i = 0; i < pairs.length; i++) {
            lines[solid.get(i)] = pairs[i] < 0 ? -1 : solidFile.get(pairs[i]);
        }
        return new Place.Found(lines);
    }

    private static List<Integer> solid(List<String> lines) {
        List<Integer> solid = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                solid.add(i);
            }
        }
        return solid;
    }

    private static int[] nowhere(int size) {
        int[] lines = new int[size];
        Arrays.fill(lines, -1);
        return lines;
    }

    /// Without white space, and with one kind of quotes.
    private static String squeeze(String line) {
        String straight = Typography.straight(line).replace('"', '\'');
        StringBuilder squeezed = new StringBuilder(straight.length());
        for (int i = 0; i < straight.length(); i++) {
            if (!Character.isWhitespace(straight.charAt(i))) {
                squeezed.append(straight.charAt(i));
            }
        }
        return squeezed.toString();
    }
}
