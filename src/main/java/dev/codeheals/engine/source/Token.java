package dev.codeheals.engine.source;

/// One token of Python source.
///
/// @param kind what it is
/// @param start first char offset
/// @param end   offset after the last char; equal to {@code start} for INDENT/DEDENT/END
/// @param text  its source text
public record Token(Kind kind, int start, int end, String text) {
    public enum Kind { NAME, KEYWORD, NUMBER, STRING, OPERATOR, NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, ERROR, END }

    public boolean is(String expected) {
        return text.equals(expected);
    }
}
