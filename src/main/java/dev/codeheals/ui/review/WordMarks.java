package dev.codeheals.ui.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// Which words of a changed line differ from its partner.
///
/// @param old   char ranges of the old line
/// @param fresh char ranges of the new line
record WordMarks(List<Range> old, List<Range> fresh) {
    /// Lines longer than this, or with less than a third in common, are marked as a whole: single words would say nothing.
    private static final int LONGEST = 2_000;
    private static final double LEAST_COMMON = 0.34;
    static final WordMarks NONE = new WordMarks(List.of(), List.of());

    /// Half open.
    record Range(int start, int end) {}

    static WordMarks of(String old, String fresh) {
        if (old.length() > LONGEST || fresh.length() > LONGEST) {
            return NONE;
        }
        List<String> oldWords = words(old);
        List<String> freshWords = words(fresh);
        List<Range> oldMarks = new ArrayList<>();
        List<Range> freshMarks = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(oldWords, freshWords).getDeltas()) {
            add(oldMarks, oldWords, delta.getSource().getPosition(), delta.getSource().size());
            add(freshMarks, freshWords, delta.getTarget().getPosition(), delta.getTarget().size());
        }
        int common = old.strip().length() - oldMarks.stream().mapToInt(r -> r.end() - r.start()).sum();
        int longest = Math.max(1, Math.max(old.strip().length(), fresh.strip().length()));
        return common < LEAST_COMMON * longest ? NONE : new WordMarks(List.copyOf(oldMarks), List.copyOf(freshMarks));
    }

    private static void add(List<Range> marks, List<String> words, int from, int count) {
        if (count > 0) {
            int start = words.subList(0, from).stream().mapToInt(String::length).sum();
            int length = words.subList(from, from + count).stream().mapToInt(String::length).sum();
            marks.add(new Range(start, start + length));
        }
    }

    /// Names and numbers whole, blanks together, every other char alone.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            int from = i++;
            int kind = kind(line.charAt(from));
            while (kind != 0 && i < line.length() && kind(line.charAt(i)) == kind) {
                i++;
            }
            words.add(line.substring(from, i));
        }
        return words;
    }

    private static int kind(char c) {
        if (Character.isLetterOrDigit(c) || c == '_') {
            return 1;
        }
        return c == ' ' || c == '\t' ? 2 : 0;
    }
}
