package dev.codeheals.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes markup. Text and attribute values are escaped here and nowhere else, so none can be forgotten.
final class Markup {
    private final Writer out;

    Markup(Writer out) {
        this.out = out;
    }

    /// Markup of our own.
    Markup raw(String markup) {
        try {
            out.write(markup);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Anything else, between tags or between double quotes.
    Markup text(String text) {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String entity = entity(text.charAt(i));
            if (!entity.isEmpty()) {
                raw(text.substring(from, i)).raw(entity);
                from = i + 1;
            }
        }
        return raw(from == 0 ? text : text.substring(from));
    }

    /// An element with nothing but text in it.
    Markup element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /// An element of a style class with nothing but text in it.
    Markup element(String name, String style, String text) {
        return raw("<" + name + " class=\"" + style + "\">").text(text).raw("</" + name + ">");
    }

    private static String entity(char c) {
        return switch (c) {
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '\t', '\n', '\r' -> "";
            default -> hidden(c) ? String.format("⟨U+%04X⟩", (int) c) : "";
        };
    }

    /// Whether a character cannot be seen but changes what is: it turns the reading direction round, takes no room, or is not allowed in a document.
    static boolean hidden(char c) {
        return c < ' ' || (c >= '\u007f' && c < '\u00a0') || (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || c == '\u200b'
                || c == '\ufeff' || c == '\uffff' || c == '\ufffe';
    }
}
