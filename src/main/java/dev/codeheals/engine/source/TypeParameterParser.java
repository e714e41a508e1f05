package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.List;

/// Reads the type parameters of Python 3.12: {@code [T: int = str, *Ts, **P]}. The tree does not hold them; scopes read them again from
/// the tokens.
final class TypeParameterParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    TypeParameterParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /// The parameters' names with their places; empty where there are none.
    List<Stmt.Identifier> skip() {
        List<Stmt.Identifier> names = new ArrayList<>();
        if (!cursor.accept("[")) {
            return names;
        }
        do {
            if (cursor.at("]") && !names.isEmpty()) {
                break;
            }
            if (!cursor.accept("*")) {
                cursor.accept("**");
            }
            names.add(SimpleParser.identifier(cursor.expectName()));
            if (cursor.accept(":")) {
                expressions.expression();
            }
            if (cursor.accept("=")) {
                expressions.starNamed();
            }
        } while (cursor.accept(","));
        cursor.expect("]");
        return names;
    }
}
