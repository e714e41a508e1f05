package dev.codeheals.engine.repair.model;

/// Turns Python's triple-quoted strings in would-be JSON into JSON strings.
final class TripleQuotes {
    private static final String MARK = "\"\"\"";

    private TripleQuotes() {}

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
