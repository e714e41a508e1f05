package dev.codeheals.engine.source;

/// Finds where a number literal ends and whether Python 3 accepts it.
final class NumberScanner {
    private final String text;
    private final int limit;
    private int pos;
    private boolean valid;

    NumberScanner(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /// The offset after the number, stray letters glued to it included; {@link #valid()} tells whether it is one.
    int end(int start) {
        pos = start;
        valid = true;
        char second = Character.toLowerCase(peek(1));
        if (peek(0) == '0' && (second == 'x' || second == 'o' || second == 'b')) {
            pos += 2;
            prefixed(second == 'x' ? 16 : second == 'o' ? 8 : 2);
        } else {
            decimal(start);
        }
        glued();
        return pos;
    }

    boolean valid() {
        return valid;
    }

    private char peek(int ahead) {
        return pos + ahead < limit ? text.charAt(pos + ahead) : '\0';
    }

    private void prefixed(int radix) {
        if (peek(0) == '_') {
            pos++;
        }
        digits(radix);
    }

    /// Digits with single underscores between them.
    private void digits(int radix) {
        int from = pos;
        while (Character.digit(peek(0), radix) >= 0 && peek(0) < 128) {
            pos++;
            if (peek(0) == '_' && peek(1) < 128 && Character.digit(peek(1), radix) >= 0) {
                pos++;
            }
        }
        valid &= pos > from;
    }

    private void decimal(int start) {
        boolean whole = true;
        if (peek(0) != '.') {
            digits(10);
        }
        int integerEnd = pos;
        if (peek(0) == '.') {
            whole = false;
            pos++;
            if (isDigit(peek(0))) {
                digits(10);
            }
        }
        char sign = peek(1);
        if ((peek(0) == 'e' || peek(0) == 'E') && (isDigit(sign) || ((sign == '+' || sign == '-') && isDigit(peek(2))))) {
            whole = false;
            pos += isDigit(sign) ? 1 : 2;
            digits(10);
        }
        if (peek(0) == 'j' || peek(0) == 'J') {
            whole = false;
            pos++;
        }
        if (whole && integerEnd - start > 1 && text.charAt(start) == '0') {
            valid &= text.substring(start, integerEnd).chars().allMatch(c -> c == '0' || c == '_');
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Letters right after the number make it invalid unless they are a keyword such as {@code if}.
    private void glued() {
        int end = Identifiers.end(text, pos, limit);
        if (end > pos && !Keywords.AFTER_NUMBER.contains(text.substring(pos, end))) {
            pos = end;
            valid = false;
        }
    }
}
