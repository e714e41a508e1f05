package dev.codeheals.engine.classify;

/// Finds on which line of a file something stands.
final class TextLines {
    private TextLines() {}

    /// The 1-based line of the first occurrence; 0 if there is none.
    static int of(String text, String wanted) {
        return lineAt(text, text.indexOf(wanted));
    }

    /// The 1-based line of the last occurrence; 0 if there is none.
    static int last(String text, String wanted) {
        return lineAt(text, text.lastIndexOf(wanted));
    }

    private static int lineAt(String text, int at) {
        if (at < 0) {
            return 0;
        }
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
