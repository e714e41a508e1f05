package dev.codeheals.engine.source;

import java.util.Arrays;

/// The offsets of the brackets that are open.
final class BracketStack {
    private final String text;
    private int[] open = new int[16];
    private int size;

    BracketStack(String text) {
        this.text = text;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    int offset(int index) {
        return open[index];
    }

    int top() {
        return open[size - 1];
    }

    void push(int offset) {
        if (size == open.length) {
            open = Arrays.copyOf(open, size * 2);
        }
        open[size++] = offset;
    }

    boolean topMatches(char closer) {
        return size > 0 && opener(closer) == text.charAt(top());
    }

    /// Closes up to the innermost bracket the closer fits, or just the innermost one when it fits none.
    void closeTo(char closer) {
        int match = size - 1;
        while (match >= 0 && text.charAt(open[match]) != opener(closer)) {
            match--;
        }
        size = match >= 0 ? match : size - 1;
    }

    /// Forgets the brackets opened at or after the offset.
    void dropFrom(int offset) {
        while (size > 0 && open[size - 1] >= offset) {
            size--;
        }
    }

    void clear() {
        size = 0;
    }

    private static char opener(char closer) {
        return switch (closer) {
            case ')' -> '(';
            case ']' -> '[';
            default -> '{';
        };
    }
}
