package dev.codeheals.engine.repair.model;

/// Undoes what text passes through on its way: curly quotes, exotic spaces, long dashes.
final class Typography {
    private Typography() {}

    /// Every such character as the plain one. For comparing, not for writing.
    static String straight(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(plain(text.charAt(i)));
        }
        return plain.toString();
    }

    /// The same code with such characters made plain where Python would not take them: outside of strings and comments.
    static String code(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder code = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = switch (c) {
                case '#' -> lineEnd(text, i);
                case '"', '\'' -> stringEnd(text, i);
                default -> i;
            };
            if (end > i) {
                code.append(text, i, end);
                i = end;
            } else if (isCurly(c)) {
                i = curly(text, i, code);
            } else {
                code.append(plain(c));
                i++;
            }
        }
        return code.toString();
    }

    /// A string between curly quotes gets straight ones; what is inside stays.
    private static int curly(String text, int open, StringBuilder code) {
        char straight = plain(text.charAt(open)).charAt(0);
        int close = open + 1;
        while (close < text.length() && text.charAt(close) != '\n' && !(isCurly(text.charAt(close)) && plain(text.charAt(close)).charAt(0) == straight)) {
            close++;
        }
        code.append(straight);
        if (close >= text.length() || text.charAt(close) == '\n') {
            return open + 1;
        }
        code.append(text, open + 1, close).append(straight);
        return close + 1;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int stringEnd(String text, int open) {
        String quote = text.substring(open, open + 1);
        if (text.startsWith(quote.repeat(3), open)) {
            int close = text.indexOf(quote.repeat(3), open + 3);
            return close < 0 ? text.length() : close + 3;
        }
        for (int i = open + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == quote.charAt(0)) {
                return i + 1;
            }
        }
        return lineEnd(text, open);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0xA0);
    }

    private static boolean isCurly(char c) {
        return (c >= '\u2018' && c <= '\u201F') || c == '\u2032' || c == '\u2033';
    }

    private static String plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032' -> "'";
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033' -> "\"";
            case '\u00A0', '\u2002', '\u2003', '\u2007', '\u2009', '\u202F', '\u3000' -> " ";
            case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> "";
            case '\u2010', '\u2011', '\u2013', '\u2014', '\u2212' -> "-";
            default -> String.valueOf(isWide(c) ? (char) (c - 0xFEE0) : c);
        };
    }

    /// Full-width forms of the plain characters.
    private static boolean isWide(char c) {
        return c >= '\uFF01' && c <= '\uFF5E';
    }
}
