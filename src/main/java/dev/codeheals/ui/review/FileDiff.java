package dev.codeheals.ui.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The difference between a file's old and new text, and which of its lines are taken. Used by one thread at a time.
final class FileDiff {
    private final List<String> old;
    private final List<String> fresh;
    private final List<Hunk> hunks;
    private final BitSet removals = new BitSet();
    private final BitSet additions = new BitSet();

    /// A change without unchanged lines in it; half-open line ranges, 0-based.
    record Hunk(int oldFrom, int oldTo, int freshFrom, int freshTo) {
        int rows() {
            return Math.max(oldTo - oldFrom, freshTo - freshFrom);
        }
    }

    /// All lines taken.
    FileDiff(String oldText, String newText) {
        old = LineText.split(oldText);
        fresh = LineText.split(newText);
        List<Hunk> found = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, fresh).getDeltas()) {
            int oldFrom = delta.getSource().getPosition();
            int freshFrom = delta.getTarget().getPosition();
            found.add(new Hunk(oldFrom, oldFrom + delta.getSource().size(), freshFrom, freshFrom + delta.getTarget().size()));
        }
        hunks = List.copyOf(found);
        hunks.forEach(hunk -> takeAll(hunk, true));
    }

    List<Hunk> hunks() {
        return hunks;
    }

    List<String> oldLines() {
        return old;
    }

    List<String> freshLines() {
        return fresh;
    }

    int added() {
        return hunks.stream().mapToInt(h -> h.freshTo() - h.freshFrom()).sum();
    }

    int removed() {
        return hunks.stream().mapToInt(h -> h.oldTo() - h.oldFrom()).sum();
    }

    /// Whether every line of the change is taken.
    boolean taken(int hunk) {
        Hunk h = hunks.get(hunk);
        return removals.nextClearBit(h.oldFrom()) >= h.oldTo() && additions.nextClearBit(h.freshFrom()) >= h.freshTo();
    }

    /// Whether some lines of the change are taken and some are not.
    boolean partly(int hunk) {
        Hunk h = hunks.get(hunk);
        int count = removals.get(h.oldFrom(), h.oldTo()).cardinality() + additions.get(h.freshFrom(), h.freshTo()).cardinality();
        return count > 0 && !taken(hunk);
    }

    boolean complete() {
        return hunks.isEmpty() || IntStream.range(0, hunks.size()).allMatch(this::taken);
    }

    boolean removalTaken(int oldLine) {
        return removals.get(oldLine);
    }

    boolean additionTaken(int freshLine) {
        return additions.get(freshLine);
    }

    void takeHunk(int hunk, boolean take) {
        takeAll(hunks.get(hunk), take);
    }

    void takeRemoval(int oldLine, boolean take) {
        removals.set(oldLine, take);
    }

    void takeAddition(int freshLine, boolean take) {
        additions.set(freshLine, take);
    }

    /// Which lines are taken.
    record Taken(BitSet removals, BitSet additions) {}

    Taken takenNow() {
        return new Taken((BitSet) removals.clone(), (BitSet) additions.clone());
    }

    void take(Taken taken) {
        removals.clear();
        removals.or(taken.removals());
        additions.clear();
        additions.or(taken.additions());
    }

    /// The old text with the taken lines changed. Old lines that stay come before new ones of the same change.
    String result() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Hunk hunk : hunks) {
            old.subList(at, hunk.oldFrom()).forEach(text::append);
            for (int i = hunk.oldFrom(); i < hunk.oldTo(); i++) {
                if (!removals.get(i)) {
                    appendLine(text, old.get(i));
                }
            }
            for (int i = hunk.freshFrom(); i < hunk.freshTo(); i++) {
                if (additions.get(i)) {
                    appendLine(text, fresh.get(i));
                }
            }
            at = hunk.oldTo();
        }
        old.subList(at, old.size()).forEach(line -> appendLine(text, line));
        return text.toString();
    }

    /// A line after one that had no end (the old last line, kept) starts a line of its own.
    private static void appendLine(StringBuilder text, String line) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.charAt(text.length() - 1) != '\r') {
            text.append('\n');
        }
        text.append(line);
    }

    /// The rows to show.
    ///
    /// @param unified  removed lines above added ones, instead of beside them
    /// @param context  unchanged lines kept around a change
    /// @param unfolded old line numbers at which a fold was opened
    List<DiffRow> rows(boolean unified, int context, Set<Integer> unfolded) {
        List<DiffRow> rows = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < hunks.size(); i++) {
            Hunk hunk = hunks.get(i);
            same(rows, at, hunk.oldFrom(), hunk.freshFrom() - (hunk.oldFrom() - at), i == 0 ? 0 : context, context, unfolded);
            changed(rows, hunk, i, unified);
            at = hunk.oldTo();
        }
        int freshAt = hunks.isEmpty() ? 0 : hunks.getLast().freshTo();
        same(rows, at, old.size(), freshAt, hunks.isEmpty() ? 0 : context, 0, unfolded);
        return rows;
    }

    private static void same(List<DiffRow> rows, int from, int to, int freshFrom, int before, int after, Set<Integer> unfolded) {
        int foldFrom = from + before;
        int count = to - after - foldFrom;
        boolean fold = count > 1 && !unfolded.contains(foldFrom);
        for (int i = from; i < to; i++) {
            if (fold && i == foldFrom) {
                rows.add(new DiffRow.Fold(i, freshFrom + i - from, count));
                i += count - 1;
            } else {
                rows.add(new DiffRow.Same(i, freshFrom + i - from));
            }
        }
    }

    private static void changed(List<DiffRow> rows, Hunk hunk, int index, boolean unified) {
        int start = rows.size();
        int removed = hunk.oldTo() - hunk.oldFrom();
        int added = hunk.freshTo() - hunk.freshFrom();
        if (unified) {
            for (int i = 0; i < removed; i++) {
                rows.add(new DiffRow.Changed(index, hunk.oldFrom() + i, null, rows.size() == start));
            }
            for (int i = 0; i < added; i++) {
                rows.add(new DiffRow.Changed(index, null, hunk.freshFrom() + i, rows.size() == start));
            }
            return;
        }
        for (int i = 0; i < hunk.rows(); i++) {
            rows.add(new DiffRow.Changed(index, i < removed ? Integer.valueOf(hunk.oldFrom() + i) : null,
                    i < added ? Integer.valueOf(hunk.freshFrom() + i) : null, i == 0));
        }
    }

    private void takeAll(Hunk hunk, boolean take) {
        removals.set(hunk.oldFrom(), hunk.oldTo(), take);
        additions.set(hunk.freshFrom(), hunk.freshTo(), take);
    }
}
