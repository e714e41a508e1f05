package dev.codeheals.engine.repair.model;

import java.util.BitSet;

/// Which characters of Python code lie in strings and comments. Works on pieces of files; never throws.
final class Literals {
    private final BitSet inside;

    private Literals(BitSet inside) {
        this.inside = inside;
    }

    static Literals of(String code) {
        BitSet inside = new BitSet(code.length());
        int i = 0;
        while (i < code.length()) {
            int end = end(code, i);
            inside.set(i, end);
            i = Math.max(end, i + 1);
        }
        return new Literals(inside);
    }

    /// Everything counts as inside: text that is no code.
    static Literals everywhere(String text) {
        BitSet inside = new BitSet(text.length());
        inside.set(0, text.length());
        return new Literals(inside);
    }

    boolean hold(int offset) {
        return inside.get(offset);
    }

    /// Where the string or comment that begins here ends; the same offset if none begins.
    static int end(String code, int at) {
        char c = code.charAt(at);
        if (c == '#') {
            return lineEnd(code, at);
        }
        if (c != '"' && c != '\'') {
            return at;
        }
        String quote = String.valueOf(c);
        if (code.startsWith(quote.repeat(3), at)) {
            int close = code.indexOf(quote.repeat(3), at + 3);
            return close < 0 ? code.length() : close + 3;
        }
        for (int i = at + 1; i < code.length() && code.charAt(i) != '\n'; i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == c) {
                return i + 1;
            }
        }
        return lineEnd(code, at);
    }

    private static int lineEnd(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }
}
