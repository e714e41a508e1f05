package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Guesses how many of the lines after a header whose body lost its indentation belong to the body.
record BlockLength(SourceFile source, int header, List<Integer> lines) {
    private static final Pattern LEAVES = Pattern.compile("(return|raise|break|continue|pass)\\b.*");
    private static final Pattern BOUND = Pattern.compile("(?:for\\s+(.+?)\\s+in\\b|with\\b.*\\bas\\s+(\\w+)|except\\b.*\\bas\\s+(\\w+))");
    private static final Pattern DEFINED = Pattern.compile("def\\s+(\\w+)");
    private static final Pattern SET = Pattern.compile("(\\w+)\\s*(?:[-+*/]?=)(?!=).*");

    BlockLength {
        lines = List.copyOf(lines);
    }

    /// How many lines, 0 where nothing tells.
    int likely() {
        String head = source.line(header).strip();
        if (lines.isEmpty()) {
            return 0;
        }
        if (lines.size() == 1 || LEAVES.matcher(text(0)).matches()) {
            return 1;
        }
        if (head.startsWith("def ") || head.startsWith("async def ")) {
            return function(head);
        }
        Matcher bound = BOUND.matcher(head);
        return bound.find() ? using(bound.group(1) != null ? bound.group(1) : bound.group(2) != null ? bound.group(2) : bound.group(3)) : 0;
    }

    private String text(int index) {
        return source.line(lines.get(index)).strip();
    }

    private boolean blankAfter(int index) {
        return lines.get(index) < source.lineCount() && source.line(lines.get(index) + 1).isBlank();
    }

    /// A function ends with its last {@code return} before a blank line, else before the blank line or the first line that calls it.
    private int function(String head) {
        Matcher name = DEFINED.matcher(head);
        Pattern own = name.find() ? Pattern.compile("\\b" + name.group(1) + "\\(") : Pattern.compile("$^");
        int end = 0;
        int returned = 0;
        while (end < lines.size()) {
            end++;
            if (text(end - 1).startsWith("return")) {
                returned = end;
            }
            if (blankAfter(end - 1)) {
                break;
            }
        }
        if (returned > 0) {
            return returned;
        }
        for (int i = 1; i < end; i++) {
            if (own.matcher(text(i)).find()) {
                return i;
            }
        }
        return end < lines.size() || source.indentOf(header).isEmpty() ? end : 0;
    }

    /// A loop or a with goes on as long as its lines use what it binds, or what they set themselves.
    private int using(String target) {
        List<String> names = new ArrayList<>(List.of(target.split("\\W+")));
        int end = 0;
        while (end < lines.size()) {
            String line = text(end);
            if (names.stream().noneMatch(n -> !n.isEmpty() && Pattern.compile("\\b" + n + "\\b").matcher(line).find())) {
                break;
            }
            Matcher set = SET.matcher(line);
            if (set.matches() && !line.matches("\\w+\\s*[-+*/]=.*")) {
                names.add(set.group(1));
            }
            end++;
            if (blankAfter(end - 1)) {
                break;
            }
        }
        return end;
    }
}
