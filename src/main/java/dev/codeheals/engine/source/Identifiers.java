package dev.codeheals.engine.source;

import java.text.Normalizer;

/// What an identifier is made of.
public final class Identifiers {
    private Identifiers() {}

    static boolean isStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 128 && Character.isUnicodeIdentifierStart(c));
    }

    static boolean isPart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9')
                || (c >= 128 && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /// The offset after the run of identifier characters at {@code from}.
    static int end(String text, int from, int limit) {
        int i = from;
        while (i < limit) {
            int c = text.charAt(i);
            if (c >= 128) {
                c = text.codePointAt(i);
            }
            if (!isPart(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return Math.min(i, limit);
    }

    /// True for a word that may name something: letters, digits and underscores, no digit first, no reserved word.
    public static boolean isIdentifier(String word) {
        return !word.isEmpty() && isStart(word.codePointAt(0)) && end(word, 0, word.length()) == word.length()
                && !Keywords.RESERVED.contains(word);
    }

    /// The name as Python compares it: in compatibility composition form.
    static String normalize(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return Normalizer.normalize(name, Normalizer.Form.NFKC);
            }
        }
        return name;
    }
}
