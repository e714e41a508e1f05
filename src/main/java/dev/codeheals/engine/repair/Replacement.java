package dev.codeheals.engine.repair;

/// Puts new text in the place of a half-open char range of the old text.
public record Replacement(int start, int end, String text) {
    public Replacement {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a range: " + start + ".." + end);
        }
    }

    public static Replacement insert(int offset, String text) {
        return new Replacement(offset, offset, text);
    }

    public static Replacement delete(int start, int end) {
        return new Replacement(start, end, "");
    }
}
