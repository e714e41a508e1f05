package dev.codeheals.engine.source;

/// Arithmetic on the lines of a text, and the white space in them.
final class Lines {
    private Lines() {}

    /// The offset of the line separator after {@code from}, or {@code limit}.
    static int end(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /// The offset after the line separator at {@code at}; {@code at} itself where there is none.
    static int afterBreak(String text, int at, int limit) {
        if (at < limit && text.charAt(at) == '\r') {
            return at + 1 < limit && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
        }
        return at < limit && text.charAt(at) == '\n' ? at + 1 : at;
    }

    /// White space Python does not accept between tokens: no-break space, zero-width space, a byte-order mark and the like.
    static boolean isOddSpace(char c) {
        return c >= 128 && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT || c == '\u0085');
    }

    /// The last character of a piece of code that is neither white space nor in a trailing comment; NUL where there is none.
    static char lastVisible(String text, int start, int end) {
        String line = text.substring(start, end);
        int comment = line.indexOf(" #");
        String code = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
        return code.isEmpty() ? '\0' : code.charAt(code.length() - 1);
    }
}
