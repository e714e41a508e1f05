package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Node.ParameterKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses the parameters of functions and lambdas.
final class ParameterParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    ParameterParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /// Parameters up to the token that ends them, which is left.
    Node.Arguments until(String end, boolean annotated) {
        int start = cursor.peek().start();
        List<Node.Parameter> all = new ArrayList<>();
        ParameterKind kind = ParameterKind.POSITIONAL;
        while (!cursor.at(end)) {
            Token token = cursor.peek();
            if (kind == ParameterKind.VAR_KEYWORD) {
                throw cursor.unparsed("arguments cannot follow var-keyword argument");
            }
            if (cursor.accept("/")) {
                markPositionalOnly(token, all);
            } else if (cursor.accept("**")) {
                kind = ParameterKind.VAR_KEYWORD;
                all.add(parameter(kind, annotated, all));
            } else if (cursor.accept("*")) {
                requireFirstStar(token, kind);
                kind = ParameterKind.KEYWORD_ONLY;
                star(token, annotated, all);
            } else {
                all.add(parameter(kind, annotated, all));
            }
            if (!cursor.accept(",")) {
                break;
            }
        }
        return new Node.Arguments(start, all.isEmpty() ? start : cursor.lastEnd(), List.copyOf(all));
    }

    private static void requireFirstStar(Token token, ParameterKind kind) {
        if (kind == ParameterKind.KEYWORD_ONLY) {
            throw new Unparsed("* argument may appear only once", token.start());
        }
    }

    private void star(Token token, boolean annotated, List<Node.Parameter> all) {
        if (!cursor.at(",")) {
            all.add(parameter(ParameterKind.VAR_POSITIONAL, annotated, all));
        } else if (cursor.peek(1).kind() != Token.Kind.NAME) {
            throw new Unparsed("named arguments must follow bare *", token.start());
        }
    }

    private static void markPositionalOnly(Token slash, List<Node.Parameter> all) {
        if (all.isEmpty()) {
            throw new Unparsed("at least one argument must precede /", slash.start());
        }
        for (int i = 0; i < all.size(); i++) {
            Node.Parameter p = all.get(i);
            if (p.kind() != ParameterKind.POSITIONAL) {
                throw new Unparsed("/ must be ahead of *", slash.start());
            }
            all.set(i, new Node.Parameter(p.start(), p.end(), p.name(), ParameterKind.POSITIONAL_ONLY, p.annotation(), p.defaultValue()));
        }
    }

    private Node.Parameter parameter(ParameterKind kind, boolean annotated, List<Node.Parameter> before) {
        Token name = cursor.expectName();
        Expr annotation = annotated && cursor.accept(":") ? annotation(kind) : null;
        boolean variadic = kind == ParameterKind.VAR_POSITIONAL || kind == ParameterKind.VAR_KEYWORD;
        Expr defaultValue = !variadic && cursor.accept("=") ? expressions.expression() : null;
        requireDefault(name, kind, defaultValue, before);
        return new Node.Parameter(name.start(), cursor.lastEnd(), Identifiers.normalize(name.text()), kind, annotation, defaultValue);
    }

    private static void requireDefault(Token name, ParameterKind kind, @Nullable Expr defaultValue, List<Node.Parameter> before) {
        boolean after = kind == ParameterKind.POSITIONAL && !before.isEmpty() && before.getLast().defaultValue() != null;
        if (after && defaultValue == null) {
            throw new Unparsed("parameter without a default follows parameter with a default", name.start());
        }
    }

    private Expr annotation(ParameterKind kind) {
        int start = cursor.peek().start();
        if (kind == ParameterKind.VAR_POSITIONAL && cursor.accept("*")) {
            Expr value = expressions.binary(1);
            return new Expr.Starred(start, cursor.lastEnd(), value);
        }
        return expressions.expression();
    }
}
