package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Run;
import java.util.ArrayList;
import java.util.List;

/// Turns a line of source into runs: colours, word marks, and boxes for what cannot be seen.
final class ShownLine {
    private static final int TAB = 4;
    private static final String INVISIBLE = "code-invisible";

    private ShownLine() {}

    /// @param line   without its end
    /// @param styles style class by char; empty text for plain
    /// @param marks  word marks
    /// @param changed whether blanks at the end are shown too
    static List<Run> runs(String line, String[] styles, List<WordMarks.Range> marks, boolean changed) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String style = "";
        boolean marked = false;
        int trailing = line.stripTrailing().length();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            String shown = shown(c, column(runs, text), changed && i >= trailing);
            String nextStyle = shown.length() == 1 && shown.charAt(0) == c ? styles[i] : INVISIBLE;
            int at = i;
            boolean nextMarked = marks.stream().anyMatch(r -> at >= r.start() && at < r.end());
            if (!text.isEmpty() && (!nextStyle.equals(style) || nextMarked != marked)) {
                runs.add(new Run(text.toString(), style, marked, ""));
                text.setLength(0);
            }
            style = nextStyle;
            marked = nextMarked;
            text.append(shown);
        }
        if (!text.isEmpty()) {
            runs.add(new Run(text.toString(), style, marked, ""));
        }
        return runs;
    }

    private static int column(List<Run> runs, StringBuilder pending) {
        return runs.stream().mapToInt(r -> r.text().length()).sum() + pending.length();
    }

    /// What stands for a char: itself, or something visible where it would not be seen.
    private static String shown(char c, int column, boolean trailing) {
        if (c == '\t') {
            return "→" + " ".repeat(TAB - 1 - column % TAB);
        }
        if (c == ' ') {
            return trailing ? "·" : " ";
        }
        int type = Character.getType(c);
        boolean unseen = Character.isISOControl(c) || type == Character.FORMAT || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
        return unseen ? String.format("[U+%04X]", (int) c) : String.valueOf(c);
    }
}
