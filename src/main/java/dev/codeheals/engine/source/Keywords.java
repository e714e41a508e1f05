package dev.codeheals.engine.source;

import java.util.Set;

/// The reserved words of Python 3 and what they may begin.
public final class Keywords {
    /// Words that can never be a name.
    public static final Set<String> RESERVED = Set.of("False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
            "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
            "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");

    /// Words that are keywords only where the grammar asks for them.
    public static final Set<String> SOFT = Set.of("match", "case", "type", "_");

    /// Reserved words that stand only at the beginning of a statement or clause, never inside an expression.
    public static final Set<String> STATEMENT = Set.of("assert", "break", "class", "continue", "def", "del", "elif", "except", "finally",
            "global", "import", "nonlocal", "pass", "raise", "return", "try", "while", "with");

    /// Words whose statement has an indented block.
    public static final Set<String> COMPOUND = Set.of("if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def",
            "class");

    /// Words that may follow a number without a space between, as in {@code 1if x else 2}.
    static final Set<String> AFTER_NUMBER = Set.of("and", "else", "for", "if", "in", "is", "not", "or");

    private Keywords() {}
}
