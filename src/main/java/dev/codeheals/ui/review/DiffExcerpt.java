package dev.codeheals.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of a unified diff that is about one file: what was there when it was made, and what it makes of it.
///
/// @param hunks in the order of the file
record DiffExcerpt(List<Hunk> hunks) {
    private static final Pattern HEAD = Pattern.compile("^@@ -(\\d+)(?:,\\d+)? \\+(\\d+)(?:,\\d+)? @@.*");
    /// Lines kept around the change where the whole context is not found any more.
    private static final int[] CONTEXTS = {3, 1, 0};

    /// A stretch with its unchanged lines around.
    ///
    /// @param line where it began, 1-based
    record Hunk(int line, List<Line> lines) {
        List<String> old() {
            return lines.stream().filter(l -> l.kind() <= 0).map(Line::text).toList();
        }

        List<String> fresh() {
            return lines.stream().filter(l -> l.kind() >= 0).map(Line::text).toList();
        }

        /// The same change with at most so many unchanged lines before and after.
        private Hunk within(int context) {
            int first = 0;
            while (first < lines.size() && lines.get(first).kind() == 0) {
                first++;
            }
            int last = lines.size();
            while (last > first && lines.get(last - 1).kind() == 0) {
                last--;
            }
            int from = Math.max(0, first - context);
            return new Hunk(line + from, lines.subList(from, Math.min(lines.size(), last + context)));
        }
    }

    /// @param kind -1 removed, 1 added, 0 unchanged
    record Line(int kind, String text) {}

    static DiffExcerpt of(String diff, String path) {
        List<Hunk> hunks = new ArrayList<>();
        boolean mine = false;
        List<Line> open = new ArrayList<>();
        for (String line : LineText.split(diff).stream().map(LineText::content).toList()) {
            Matcher head = HEAD.matcher(line);
            if (line.startsWith("diff --git ") || line.startsWith("--- ")) {
                mine = false;
            } else if (line.startsWith("+++ ")) {
                mine = line.equals("+++ b/" + path);
            } else if (mine && head.matches()) {
                open = new ArrayList<>();
                hunks.add(new Hunk(Integer.parseInt(head.group(1)), open));
            } else if (mine && !line.startsWith("\\")) {
                open.add(new Line(line.startsWith("+") ? 1 : line.startsWith("-") ? -1 : 0, line.isEmpty() ? "" : line.substring(1)));
            }
        }
        return new DiffExcerpt(List.copyOf(hunks));
    }

    /// The changes made to another version of the file.
    ///
    /// @return empty if the place of one is not found, or not found for sure
    Optional<String> fittedTo(String text) {
        String fitted = text;
        for (Hunk hunk : hunks) {
            String before = fitted;
            Optional<String> next = Optional.empty();
            for (int context : CONTEXTS) {
                next = next.isPresent() ? next : replace(before, hunk.within(context));
            }
            if (next.isEmpty()) {
                return next;
            }
            fitted = next.get();
        }
        return hunks.isEmpty() ? Optional.empty() : Optional.of(fitted);
    }

    private static Optional<String> replace(String text, Hunk hunk) {
        List<String> lines = LineText.split(text);
        List<String> wanted = hunk.old();
        int found = -1;
        for (int i = 0; i + wanted.size() <= lines.size(); i++) {
            if (!wanted.isEmpty() && matches(lines, i, wanted)) {
                if (found >= 0) {
                    return Optional.empty();
                }
                found = i;
            }
        }
        if (found < 0) {
            return Optional.empty();
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        StringBuilder out = new StringBuilder();
        lines.subList(0, found).forEach(out::append);
        hunk.fresh().forEach(line -> out.append(line).append(end));
        lines.subList(found + wanted.size(), lines.size()).forEach(out::append);
        return Optional.of(out.toString());
    }

    private static boolean matches(List<String> lines, int from, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!LineText.content(lines.get(from + i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }
}
