package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.Token;

/// One token of an abstract edit.
sealed interface Atom {

    /// Whether white space stands before it where it was learnt.
    boolean spaced();

    /// A token taken as it is. {@code text} is empty for line ends and changes of indentation.
    record Literal(Token.Kind kind, String text, boolean spaced) implements Atom {}

    /// A token that differs from place to place.
    ///
    /// @param name {@code subject}, {@code q1} … come from the diagnosis, {@code n1} … are bound where the edit is applied, {@code near} is
    ///             the name most like the subject there
    record Hole(String name, Shape shape, boolean spaced) implements Atom {
        boolean near() {
            return name.equals(NEAR);
        }
    }

    enum Shape {
        /// One name or number.
        NAME,
        /// A whole operand: a name, literal or bracketed expression with all its calls, attributes and subscripts.
        OPERAND,
        /// The content of a string literal.
        STRING
    }

    String NEAR = "near";

    /// Line ends and changes of indentation.
    static boolean layout(Token.Kind kind) {
        return kind == Token.Kind.NEWLINE || kind == Token.Kind.INDENT || kind == Token.Kind.DEDENT;
    }
}
