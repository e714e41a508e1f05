package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Highlight;
import dev.codeheals.ui.control.Run;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One file under review: its difference, its colours, and which folds are open. Built off the interface thread, then used on it.
public final class FileReview {
    private final String path;
    private final String base;
    private final String fresh;
    private final boolean baseChanged;
    private final FileDiff diff;
    private final Side oldSide;
    private final Side freshSide;
    private final Set<Integer> unfolded = new HashSet<>();
    private final Map<Long, WordMarks> marks = new HashMap<>();

    private FileReview(String path, String base, String fresh, boolean baseChanged) {
        this.path = path;
        this.base = base;
        this.fresh = fresh;
        this.baseChanged = baseChanged;
        this.diff = new FileDiff(base, fresh);
        this.oldSide = Side.of(path, diff.oldLines(), base);
        this.freshSide = Side.of(path, diff.freshLines(), fresh);
    }

    static FileReview of(String path, String base, String fresh, boolean baseChanged) {
        return new FileReview(path, base, fresh, baseChanged);
    }

    /// A text's lines and the style of each of its chars.
    private record Side(List<String> lines, int[] starts, String[] styles) {
        static Side of(String path, List<String> lines, String text) {
            int[] starts = new int[lines.size()];
            int at = 0;
            for (int i = 0; i < starts.length; i++) {
                starts[i] = at;
                at += lines.get(i).length();
            }
            String[] styles = new String[text.length()];
            Arrays.fill(styles, "");
            if (path.endsWith(".py") || path.endsWith(".pyi")) {
                Highlight.python(text).forEach(span -> Arrays.fill(styles, span.start(), Math.min(span.end(), styles.length), span.style()));
            }
            return new Side(lines, starts, styles);
        }

        List<Run> runs(int line, List<WordMarks.Range> marks, boolean changed) {
            String content = LineText.content(lines.get(line));
            return ShownLine.runs(content, Arrays.copyOfRange(styles, starts[line], starts[line] + content.length()), marks, changed);
        }
    }

    public String path() {
        return path;
    }

    String base() {
        return base;
    }

    /// The whole new text, whatever of it is taken.
    String fresh() {
        return fresh;
    }

    /// Whether the file on disk is no longer the one the fix was made for.
    boolean baseChanged() {
        return baseChanged;
    }

    FileDiff diff() {
        return diff;
    }

    void unfold(int oldLine) {
        unfolded.add(oldLine);
    }

    List<DiffRow> rows(boolean unified, int context) {
        return diff.rows(unified, context, unfolded);
    }

    List<Run> oldRuns(int line) {
        return oldSide.runs(line, List.of(), false);
    }

    List<Run> freshRuns(int line) {
        return freshSide.runs(line, List.of(), false);
    }

    List<Run> removedRuns(int line, int hunk) {
        return oldSide.runs(line, partnerMarks(line, -1, hunk).old(), true);
    }

    List<Run> addedRuns(int line, int hunk) {
        return freshSide.runs(line, partnerMarks(-1, line, hunk).fresh(), true);
    }

    /// A changed line's partner is the one beside it, where both sides of the change have as many lines.
    private WordMarks partnerMarks(int old, int added, int hunk) {
        FileDiff.Hunk h = diff.hunks().get(hunk);
        if (h.oldTo() - h.oldFrom() != h.freshTo() - h.freshFrom()) {
            return WordMarks.NONE;
        }
        int offset = old >= 0 ? old - h.oldFrom() : added - h.freshFrom();
        int oldLine = h.oldFrom() + offset;
        int freshLine = h.freshFrom() + offset;
        return marks.computeIfAbsent((long) oldLine << 32 | freshLine, _ -> WordMarks.of(LineText.content(diff.oldLines().get(oldLine)),
                LineText.content(diff.freshLines().get(freshLine))));
    }

    /// The longest line's letters, for the width of the sideways scroll.
    int longestLine() {
        return Math.max(longest(oldSide), longest(freshSide));
    }

    private static int longest(Side side) {
        return side.lines().stream().mapToInt(String::length).max().orElse(0);
    }
}
