package dev.codeheals.engine.verify;

import dev.codeheals.engine.source.Expr;
import java.util.Optional;

/// Names that expressions spell.
final class Names {
    private Names() {}

    /// {@code a.b.c} as written; empty for anything but names and attributes of names.
    static Optional<String> dotted(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> Optional.of(name.id());
            case Expr.Attribute attribute -> dotted(attribute.value()).map(left -> left + "." + attribute.attr());
            case Expr _ -> Optional.empty();
        };
    }

    /// The name of a variable, or of the attribute at the end.
    static Optional<String> lastName(Expr expression) {
        return switch (expression) {
            case Expr.Name name -> Optional.of(name.id());
            case Expr.Attribute attribute -> Optional.of(attribute.attr());
            case Expr _ -> Optional.empty();
        };
    }
}
