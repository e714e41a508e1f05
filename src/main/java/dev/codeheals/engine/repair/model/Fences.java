package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;

/// Markdown text as prose and fenced blocks.
///
/// @param blocks in order
/// @param prose  the lines outside of blocks
record Fences(List<Block> blocks, String prose) {
    private static final int LONGEST_INFO = 200;

    /// @param info   what stands behind the opening fence
    /// @param before the last line with text before it; empty if there is none
    /// @param text   the lines in it, joined with {@code \n}, with one at the end unless empty
    /// @param closed whether the fence was closed
    record Block(String info, String before, String text, boolean closed) {}

    static Fences of(String markdown) {
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder inside = new StringBuilder();
        String open = "";
        String info = "";
        String before = "";
        int margin = 0;
        for (String line : markdown.split("\r\n|\r|\n", -1)) {
            String bare = line.strip();
            String fence = fence(bare);
            if (open.isEmpty() && !fence.isEmpty()) {
                open = fence;
                info = bare.substring(fence.length()).strip();
                inside.setLength(0);
                margin = line.indexOf(fence);
            } else if (!open.isEmpty() && fence.startsWith(open) && bare.length() == fence.length() && !inText(info, inside)) {
                blocks.add(new Block(cut(info), before, without(margin, inside.toString()), true));
                open = "";
                before = "";
            } else if (!open.isEmpty()) {
                inside.append(line).append('\n');
            } else {
                prose.append(line).append('\n');
                before = bare.isEmpty() ? before : bare;
            }
        }
        if (!open.isEmpty()) {
            blocks.add(new Block(cut(info), before, inside.toString(), false));
        }
        return new Fences(List.copyOf(blocks), prose.toString());
    }

    /// A fence in a list stands further in, with all that is in it.
    private static String without(int margin, String text) {
        boolean all = margin > 0 && text.lines().allMatch(line -> line.isBlank() || line.startsWith(" ".repeat(margin)));
        return all ? String.join("", text.lines().map(line -> (line.isBlank() ? "" : line.substring(margin)) + "\n").toList()) : text;
    }

    // A fence inside a docstring is part of the code.
    private static boolean inText(String info, CharSequence code) {
        return info.startsWith("py") && TripleQuotes.open(code);
    }

    private static String fence(String bare) {
        int count = 0;
        while (count < bare.length() && (bare.charAt(count) == '`' || bare.charAt(count) == '~') && bare.charAt(count) == bare.charAt(0)) {
            count++;
        }
        return count >= 3 && bare.indexOf('`', count) < 0 ? bare.substring(0, count) : "";
    }

    private static String cut(String info) {
        return info.length() > LONGEST_INFO ? info.substring(0, LONGEST_INFO) : info;
    }
}
