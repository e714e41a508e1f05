package dev.codeheals.engine.repair.model;

/// Cuts texts to a number of tokens.
final class Caps {
    private static final String LEFT_OUT = "\n… %,d characters left out …\n";

    private Caps() {}

    /// Keeps the beginning and, with twice the room, the end: the last lines of a report say most.
    static String middle(String text, int tokens) {
        if (TokenUsage.estimate(text) <= tokens) {
            return text;
        }
        int room = chars(tokens) - LEFT_OUT.length() - 8;
        int head = Math.max(0, room / 3);
        int tail = Math.max(0, room - head);
        int from = lineEnd(text, head);
        int to = Math.max(from, text.length() - tail);
        return text.substring(0, from) + LEFT_OUT.formatted(to - from) + text.substring(to);
    }

    /// Keeps the beginning.
    static String head(String text, int tokens) {
        if (TokenUsage.estimate(text) <= tokens) {
            return text;
        }
        int end = lineEnd(text, Math.max(0, chars(tokens) - LEFT_OUT.length() - 8));
        return text.substring(0, end) + LEFT_OUT.formatted(text.length() - end);
    }

    private static int chars(int tokens) {
        return (int) (tokens * 3.5);
    }

    /// The end of the last whole line before the offset; the offset itself in a line that is too long.
    private static int lineEnd(String text, int offset) {
        int end = text.lastIndexOf('\n', offset);
        return end < offset - 400 ? offset : Math.max(end, 0);
    }
}
