package dev.codeheals.engine.source;

/// A fault the tolerant tokenizer or parser found, in the order of the source.
///
/// @param kind  what is wrong
/// @param start offset of the offending text
/// @param end   offset after it
/// @param related offset of a second place that matters (the opening bracket of an unclosed one), else -1
public record SyntaxFault(Kind kind, int start, int end, int related) {
    public enum Kind {
        UNCLOSED_BRACKET, MISMATCHED_BRACKET, UNMATCHED_CLOSER, UNTERMINATED_STRING, UNTERMINATED_TRIPLE_STRING, MISSING_COLON,
        MISSING_BLOCK, UNEXPECTED_INDENT, BAD_DEDENT, MIXED_TABS, BAD_CHARACTER, NOT_A_STATEMENT
    }
}
