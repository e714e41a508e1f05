package dev.codeheals.engine.repair.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Aligns some lines as a whole with the stretch of a text they are most like.
///
/// Dynamic programming over (wanted line, text line), free to begin and end anywhere in the text. A pair scores its likeness, a line
/// without a partner costs. Lines less alike than a floor are never paired, so that noise does not add up to a match.
final class Alignment {
    private static final double FLOOR = 0.45;
    private static final double MISSING = 0.35;
    private static final double EXTRA = 0.3;
    private static final double NEVER = -1e9;

    private final int wanted;
    private final double[][] best;
    private final byte[][] step;
    private final int[] starts;
    private final double[] ends;
    private final int end;

    Alignment(List<String> wanted, List<String> text, TokenSimilarity likeness) {
        this.wanted = wanted.size();
        int columns = text.size() + 1;
        best = new double[wanted.size() + 1][columns];
        step = new byte[wanted.size() + 1][columns];
        for (int i = 1; i <= wanted.size(); i++) {
            best[i][0] = -i * MISSING;
            step[i][0] = 2;
            for (int j = 1; j < columns; j++) {
                fill(i, j, likeness.of(wanted.get(i - 1), text.get(j - 1)));
            }
        }
        ends = best[wanted.size()];
        starts = new int[columns];
        for (int j = 0; j < columns; j++) {
            starts[j] = walk(j, null);
        }
        end = bestEnd(-1, -1);
    }

    private void fill(int i, int j, double alike) {
        double pair = alike < FLOOR ? NEVER : best[i - 1][j - 1] + alike;
        double missing = best[i - 1][j] - MISSING;
        double extra = best[i][j - 1] - EXTRA;
        best[i][j] = Math.max(pair, Math.max(missing, extra));
        step[i][j] = (byte) (best[i][j] == pair ? 1 : best[i][j] == missing ? 2 : 3);
    }

    /// The likeness of the best stretch, 1 = the same.
    double score() {
        return ends[end] / wanted;
    }

    /// The likeness of the best stretch that shares no line with the best.
    double runnerUp() {
        int second = bestEnd(starts[end], end);
        return second < 0 ? NEVER : ends[second] / wanted;
    }

    /// For each wanted line the line of the text it is paired with; -1 where there is none.
    int[] pairs() {
        int[] pairs = new int[wanted];
        Arrays.fill(pairs, -1);
        walk(end, pairs);
        return pairs;
    }

    private int bestEnd(int takenFrom, int takenTo) {
        int found = -1;
        for (int j = 1; j < ends.length; j++) {
            boolean free = takenFrom < 0 || j <= takenFrom || starts[j] >= takenTo;
            if (free && (found < 0 || ends[j] > ends[found])) {
                found = j;
            }
        }
        return takenFrom < 0 ? Math.max(found, 0) : found;
    }

    /// Follows the best way back from an end; answers the text line it starts before.
    private int walk(int from, int @Nullable [] pairs) {
        int i = wanted;
        int j = from;
        while (i > 0) {
            switch (step[i][j]) {
                case 1 -> {
                    i--;
                    j--;
                    if (pairs != null) {
                        pairs[i] = j;
                    }
                }
                case 2 -> i--;
                default -> j--;
            }
        }
        return j;
    }
}
