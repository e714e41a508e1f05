package dev.codeheals.engine.repair.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// Escapes the quotes of code that stands in would-be JSON as it is: a string ends where what follows can only be JSON.
final class InnerQuotes {
    private static final int LOOK_AHEAD = 200;
    private static final Pattern AFTER_VALUE = Pattern.compile("\\s*(?:,\\s*(?:\"[A-Za-z_]{1,40}\"\\s*:|[{\\[]).*|}\\s*(?:[,\\]}{].*|$))", Pattern.DOTALL);
    private static final Pattern AFTER_ITEM = Pattern.compile("\\s*(?:,\\s*\".*|]\\s*(?:[,\\]}].*|$))", Pattern.DOTALL);
    private static final Pattern AFTER_NAME = Pattern.compile("\\s*:.*", Pattern.DOTALL);

    private final String text;
    private final StringBuilder result = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private char before = '{';

    private InnerQuotes(String text) {
        this.text = text;
    }

    static String escaped(String text) {
        return new InnerQuotes(text).read();
    }

    private String read() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = string(i);
                before = '"';
            } else {
                result.append(c);
                structure(c);
            }
        }
        return result.toString();
    }

    private void structure(char c) {
        switch (c) {
            case '{', '[' -> open.push(c);
            case '}', ']' -> open.poll();
            default -> {
                // Anything else opens and closes nothing.
            }
        }
        before = Character.isWhitespace(c) ? before : c;
    }

    /// The offset of the quote that ends the string.
    private int string(int start) {
        boolean list = open.peek() != null && open.peek() == '[';
        boolean name = !list && before != ':';
        Pattern after = name ? AFTER_NAME : list ? AFTER_ITEM : AFTER_VALUE;
        result.append('"');
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                result.append(c).append(text.charAt(++i));
            } else if (c == '"' && after.matcher(text.substring(i + 1, Math.min(text.length(), i + 1 + LOOK_AHEAD))).matches()) {
                result.append('"');
                return i;
            } else {
                result.append(c == '"' ? "\\\"" : String.valueOf(c));
            }
        }
        return text.length();
    }
}
