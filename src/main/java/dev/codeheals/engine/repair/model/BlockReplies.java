package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads blocks of old and new text between conflict markers.
final class BlockReplies {
    private static final Pattern OPEN = Pattern.compile("^<{5,9}(?: ?(?:SEARCH|ORIGINAL|HEAD|OLD).{0,80})?$|^-{5,9} ?SEARCH$");
    private static final Pattern PLACE = Pattern.compile("^:(?:start|end)_line:\\s*[0-9]{1,9}$|^-{5,9}$");
    private static final Pattern MIDDLE = Pattern.compile("^={5,9}$");
    private static final Pattern CLOSE = Pattern.compile("^>{5,9}(?: ?(?:REPLACE|UPDATED|NEW).{0,80})?.{0,80}$|^\\+{5,9} ?REPLACE$");

    private BlockReplies() {}

    static boolean looksLikeBlocks(String text) {
        return text.lines().anyMatch(line -> OPEN.matcher(line.strip()).matches()) && text.lines().anyMatch(line -> MIDDLE.matcher(line.strip()).matches());
    }

    private enum Part { OUTSIDE, SEARCH, REPLACE }

    /// @throws UnusableReply if a block has no end
    static List<RawEdit> edits(String text) throws UnusableReply {
        List<RawEdit> edits = new ArrayList<>();
        List<String> search = new ArrayList<>();
        List<String> replace = new ArrayList<>();
        @Nullable String file = null;
        Part part = Part.OUTSIDE;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            String bare = line.strip();
            if (part == Part.OUTSIDE && OPEN.matcher(bare).matches()) {
                part = Part.SEARCH;
            } else if (part == Part.SEARCH && search.isEmpty() && PLACE.matcher(bare).matches()) {
                // The line is given besides; the text says more.
            } else if (part == Part.SEARCH && MIDDLE.matcher(bare).matches()) {
                part = Part.REPLACE;
            } else if (part == Part.REPLACE && MIDDLE.matcher(bare).matches()) {
                throw new UnusableReply("A block of old and new text has two lines of equals signs; it must have one.");
            } else if (part == Part.REPLACE && CLOSE.matcher(bare).matches()) {
                edits.add(new RawEdit.Swap(file, String.join("\n", search), String.join("\n", replace), 0));
                search.clear();
                replace.clear();
                part = Part.OUTSIDE;
            } else if (part != Part.OUTSIDE) {
                (part == Part.SEARCH ? search : replace).add(line);
            } else {
                file = (bare.startsWith("```") ? PathHints.inInfo(bare.replaceFirst("^`+", "")) : PathHints.inLine(bare)).orElse(file);
            }
        }
        if (part != Part.OUTSIDE) {
            throw new UnusableReply("The last block of old and new text is not complete: it ends in the middle.");
        }
        return edits;
    }
}
