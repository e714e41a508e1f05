package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Expr.ComprehensionKind;
import dev.codeheals.engine.source.Expr.ConstantKind;
import dev.codeheals.engine.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses what an expression is made of: names, literals, displays, calls and subscripts.
final class AtomParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StringParser strings;

    AtomParser(String text, Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.strings = new StringParser(text);
    }

    Expr.Name name(Token token) {
        return new Expr.Name(token.start(), token.end(), Identifiers.normalize(token.text()));
    }

    Expr atom() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case NAME -> name(cursor.next());
            case NUMBER -> number(cursor.next());
            case STRING -> string();
            case KEYWORD -> keyword(token);
            case OPERATOR -> bracketed(token);
            case NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, ERROR, END -> throw cursor.unparsed("invalid syntax");
        };
    }

    private static Expr number(Token token) {
        String text = token.text();
        char last = Character.toLowerCase(text.charAt(text.length() - 1));
        boolean prefixed = text.length() > 1 && text.charAt(0) == '0' && "xXoObB".indexOf(text.charAt(1)) >= 0;
        ConstantKind kind = prefixed ? ConstantKind.INT
                : last == 'j' ? ConstantKind.COMPLEX
                : text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0 ? ConstantKind.FLOAT : ConstantKind.INT;
        return new Expr.Constant(token.start(), token.end(), kind, text);
    }

    private Expr string() {
        if (cursor.peek(1).kind() != Kind.STRING) {
            return strings.parse(List.of(cursor.next()), expressions.depth());
        }
        List<Token> adjacent = new ArrayList<>();
        while (cursor.at(Kind.STRING)) {
            adjacent.add(cursor.next());
        }
        return strings.parse(adjacent, expressions.depth());
    }

    private Expr keyword(Token token) {
        ConstantKind kind = switch (token.text()) {
            case "None" -> ConstantKind.NONE;
            case "True" -> ConstantKind.TRUE;
            case "False" -> ConstantKind.FALSE;
            default -> throw cursor.unparsed("invalid syntax");
        };
        cursor.next();
        return new Expr.Constant(token.start(), token.end(), kind, token.text());
    }

    private Expr bracketed(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesised();
            case "[" -> list();
            case "{" -> dictOrSet();
            case "..." -> {
                cursor.next();
                yield new Expr.Constant(token.start(), token.end(), ConstantKind.ELLIPSIS, "...");
            }
            default -> throw cursor.unparsed("invalid syntax");
        };
    }

    private Expr parenthesised() {
        int start = cursor.next().start();
        if (cursor.accept(")")) {
            return new Expr.TupleExpr(start, cursor.lastEnd(), List.of());
        }
        if (cursor.at("yield")) {
            Expr value = expressions.yieldExpression();
            cursor.expect(")");
            return value;
        }
        boolean starred = cursor.at("*");
        Expr first = expressions.starNamed();
        if (expressions.atComprehension()) {
            return expressions.comprehension(start, ComprehensionKind.GENERATOR, first, ")");
        }
        if (cursor.at(",")) {
            List<Expr> elements = elements(first);
            cursor.expect(")");
            return new Expr.TupleExpr(start, cursor.lastEnd(), elements);
        }
        if (starred) {
            throw new Unparsed("cannot use starred expression here", first.start());
        }
        cursor.expect(")");
        return first;
    }

    private List<Expr> elements(Expr first) {
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (cursor.accept(",") && cursor.startsExpression()) {
            elements.add(expressions.starNamed());
        }
        return List.copyOf(elements);
    }

    private Expr list() {
        int start = cursor.next().start();
        if (cursor.accept("]")) {
            return new Expr.ListExpr(start, cursor.lastEnd(), List.of());
        }
        Expr first = expressions.starNamed();
        if (expressions.atComprehension()) {
            return expressions.comprehension(start, ComprehensionKind.LIST, first, "]");
        }
        List<Expr> elements = elements(first);
        cursor.expect("]");
        return new Expr.ListExpr(start, cursor.lastEnd(), elements);
    }

    private Expr dictOrSet() {
        int start = cursor.next().start();
        if (cursor.accept("}")) {
            return new Expr.DictExpr(start, cursor.lastEnd(), List.of(), List.of());
        }
        if (cursor.at("**")) {
            return dict(start, null);
        }
        Expr first = expressions.starNamed();
        if (cursor.at(":")) {
            return dict(start, first);
        }
        if (expressions.atComprehension()) {
            return expressions.comprehension(start, ComprehensionKind.SET, first, "}");
        }
        List<Expr> elements = elements(first);
        cursor.expect("}");
        return new Expr.SetExpr(start, cursor.lastEnd(), elements);
    }

    private Expr dict(int start, @Nullable Expr firstKey) {
        List<@Nullable Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        Expr key = firstKey;
        do {
            if (key == null && cursor.at("}")) {
                break;
            }
            if (key == null && cursor.accept("**")) {
                keys.add(null);
                values.add(expressions.binary(1));
                continue;
            }
            key = key == null ? expressions.expression() : key;
            cursor.expect(":");
            Expr value = expressions.expression();
            if (keys.isEmpty() && expressions.atComprehension()) {
                List<Node.Comprehension> generators = expressions.comprehensions();
                cursor.expect("}");
                return new Expr.Comp(start, cursor.lastEnd(), ComprehensionKind.DICT, key, value, generators);
            }
            keys.add(key);
            values.add(value);
            key = null;
        } while (cursor.accept(","));
        cursor.expect("}");
        return new Expr.DictExpr(start, cursor.lastEnd(), java.util.Collections.unmodifiableList(keys), List.copyOf(values));
    }

    Expr slices() {
        int start = cursor.peek().start();
        Expr first = slice();
        if (!cursor.at(",") && !(first instanceof Expr.Starred)) {
            return first;
        }
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (cursor.accept(",") && !cursor.at("]")) {
            elements.add(slice());
        }
        return new Expr.TupleExpr(start, cursor.lastEnd(), List.copyOf(elements));
    }

    private Expr slice() {
        int start = cursor.peek().start();
        Expr lower = cursor.at(":") ? null : expressions.starNamed();
        if (!cursor.accept(":")) {
            if (lower == null) {
                throw cursor.unparsed("invalid syntax");
            }
            return lower;
        }
        Expr upper = cursor.startsExpression() ? expressions.expression() : null;
        Expr step = cursor.accept(":") && cursor.startsExpression() ? expressions.expression() : null;
        return new Expr.Slice(start, cursor.lastEnd(), lower, upper, step);
    }

    Expr call(int start, Expr function) {
        List<Expr> args = new ArrayList<>();
        List<Node.Keyword> keywords = new ArrayList<>();
        int open = cursor.peek().start();
        arguments(args, keywords);
        return new Expr.Call(start, cursor.lastEnd(), function, open, List.copyOf(args), List.copyOf(keywords));
    }

    /// The arguments of a call or a class, from the opening to the closing parenthesis.
    void arguments(List<Expr> args, List<Node.Keyword> keywords) {
        int open = cursor.expect("(").start();
        do {
            if (cursor.at(")")) {
                break;
            }
            argument(open, args, keywords);
        } while (cursor.accept(","));
        cursor.expect(")");
    }

    private void argument(int open, List<Expr> args, List<Node.Keyword> keywords) {
        Token token = cursor.peek();
        if (cursor.accept("**")) {
            Expr value = expressions.expression();
            keywords.add(new Node.Keyword(token.start(), cursor.lastEnd(), null, value));
        } else if (cursor.accept("*")) {
            requireNoUnpacking(token, keywords);
            Expr value = expressions.expression();
            args.add(new Expr.Starred(token.start(), cursor.lastEnd(), value));
        } else if (token.kind() == Kind.NAME && cursor.peek(1).is("=")) {
            cursor.next();
            cursor.next();
            Expr value = expressions.expression();
            keywords.add(new Node.Keyword(token.start(), cursor.lastEnd(), Identifiers.normalize(token.text()), value));
        } else {
            args.add(positional(open, token, args, keywords));
        }
    }

    private static void requireNoUnpacking(Token token, List<Node.Keyword> keywords) {
        if (keywords.stream().anyMatch(k -> k.name() == null)) {
            throw new Unparsed("iterable argument unpacking follows keyword argument unpacking", token.start());
        }
    }

    private Expr positional(int open, Token token, List<Expr> args, List<Node.Keyword> keywords) {
        Expr value = expressions.named();
        if (cursor.at("=")) {
            throw new Unparsed("expression cannot contain assignment, perhaps you meant \"==\"?", token.start());
        }
        if (!expressions.atComprehension()) {
            if (!keywords.isEmpty()) {
                throw new Unparsed("positional argument follows keyword argument", token.start());
            }
            return value;
        }
        List<Node.Comprehension> generators = expressions.comprehensions();
        if (!args.isEmpty() || !keywords.isEmpty() || !cursor.at(")")) {
            throw new Unparsed("Generator expression must be parenthesized", token.start());
        }
        return new Expr.Comp(open, cursor.peek().end(), ComprehensionKind.GENERATOR, value, null, generators);
    }
}
