package dev.codeheals.engine.repair.pattern;

import java.util.Locale;
import java.util.Optional;

/// Plain one-line string literals as text: the only ones whose content may become a hole.
final class Strings {
    private Strings() {}

    /// What stands between the quotes; empty for prefixed, triple-quoted or escaped literals.
    static Optional<String> content(String literal) {
        int end = literal.length() - 1;
        boolean quoted = end >= 1 && (literal.charAt(0) == '"' || literal.charAt(0) == '\'') && literal.charAt(end) == literal.charAt(0);
        if (!quoted || literal.indexOf('\\') >= 0 || literal.startsWith("\"\"\"") || literal.startsWith("'''")) {
            return Optional.empty();
        }
        return Optional.of(literal.substring(1, end));
    }

    static boolean formatted(String literal) {
        int quote = Math.max(0, Math.min(indexOrEnd(literal, '"'), indexOrEnd(literal, '\'')));
        return literal.substring(0, quote).toLowerCase(Locale.ROOT).contains("f");
    }

    /// The literal in the given kind of quotes where that changes nothing else.
    static String requoted(String literal, char quote) {
        Optional<String> content = content(literal);
        boolean safe = content.isPresent() && content.get().indexOf('"') < 0 && content.get().indexOf('\'') < 0;
        return safe ? quote + content.get() + quote : literal;
    }

    private static int indexOrEnd(String text, char c) {
        int index = text.indexOf(c);
        return index < 0 ? text.length() : index;
    }
}
