package dev.codeheals.engine.repair.model;

/// Turns Python's triple-quoted strings in would-be JSON into JSON strings.
final class TripleQuotes {
    private static final String MARK = "\"\"\"";

    private TripleQuotes() {}

    /// Whether code ends inside such a string.
    static boolean open(CharSequence code) {
        char quote = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean three = (c == '"' || c == '\'') && i + 2 < code.length() && code.charAt(i + 1) == c && code.charAt(i + 2) == c;
            if (three && (quote == 0 || quote == c)) {
                quote = quote == 0 ? c : 0;
                i += 2;
            } else if (c == '\\') {
                i++;
            }
        }
        return quote != 0;
    }

    static String asJson(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        int from = 0;
        for (int open = text.indexOf(MARK); open >= 0; open = text.indexOf(MARK, from)) {
            int close = text.indexOf(MARK, open + MARK.length());
            if (close < 0) {
                break;
            }
            result.append(text, from, open).append('"');
            text.substring(open + MARK.length(), close).codePoints().forEach(c -> {
                switch (c) {
                    case '"' -> result.append("\\\"");
                    case '\\' -> result.append("\\\\");
                    case '\n' -> result.append("\\n");
                    default -> result.appendCodePoint(c);
                }
            });
            result.append('"');
            from = close + MARK.length();
        }
        return result.append(text, from, text.length()).toString();
    }
}
