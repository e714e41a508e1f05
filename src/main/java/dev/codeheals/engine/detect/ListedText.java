package dev.codeheals.engine.detect;

import org.jspecify.annotations.Nullable;

/// The lines of a traceback as elements of a list, each in quotes, as tools print what a command wrote.
final class ListedText {
    private boolean inside;

    /// The text of an element from the traceback's first line on, or null if the line is none.
    @Nullable String textOf(String line) {
        String text = line.strip();
        boolean element = text.length() > 1 && text.charAt(0) == '"' && (text.endsWith("\"") || text.endsWith("\","));
        inside = element && (inside || text.startsWith("\"Traceback (most recent call last):\""));
        return inside ? EscapedText.unescaped(text.substring(1, text.lastIndexOf('"'))) : null;
    }
}
