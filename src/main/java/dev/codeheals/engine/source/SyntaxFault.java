package dev.codeheals.engine.source;

/// A fault the tolerant tokenizer or parser found, in the order of the source.
///
/// | kind | start, end | related |
/// |---|---|---|
/// | UNCLOSED_BRACKET | the opening bracket | where the expression ends, so the latest place for the closer |
/// | MISMATCHED_BRACKET | the closer that does not fit | the opening bracket it met |
/// | UNMATCHED_CLOSER | the closer that has no opening bracket | -1 |
/// | UNTERMINATED_STRING, UNTERMINATED_TRIPLE_STRING | from the prefix or opening quote to where reading stopped | -1 |
/// | MISSING_COLON | both the place where the colon belongs | -1 |
/// | MISSING_BLOCK | the token met instead of an indented block, a handler or {@code finally} | the header that lacks it |
/// | UNEXPECTED_INDENT, BAD_DEDENT, MIXED_TABS | the leading white space of the line | -1 |
/// | BAD_CHARACTER, BAD_NUMBER | the offending text | -1 |
/// | NOT_A_STATEMENT | the first token that does not fit | -1 |
///
/// @param kind  what is wrong
/// @param start offset of the offending text
/// @param end   offset after it
/// @param related offset of a second place that matters, else -1
public record SyntaxFault(Kind kind, int start, int end, int related) {
    public enum Kind {
        UNCLOSED_BRACKET, MISMATCHED_BRACKET, UNMATCHED_CLOSER, UNTERMINATED_STRING, UNTERMINATED_TRIPLE_STRING, MISSING_COLON,
        MISSING_BLOCK, UNEXPECTED_INDENT, BAD_DEDENT, MIXED_TABS, BAD_CHARACTER, BAD_NUMBER, NOT_A_STATEMENT
    }
}
