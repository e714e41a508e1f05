package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Expr.ComprehensionKind;
import dev.codeheals.engine.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Parses expressions by recursive descent, the binary operators by precedence climbing.
final class ExpressionParser {
    /// CPython's own limit for nested brackets; keeps the Java stack small as well.
    private static final int MAX_DEPTH = 200;
    /// The longest chain of operators or trailers; CPython's compiler gives up not far above.
    private static final int MAX_CHAIN = 3000;

    private final Cursor cursor;
    private final AtomParser atoms;
    private final ParameterParser parameters;
    private int depth;

    ExpressionParser(String text, Cursor cursor, int depth) {
        this.cursor = cursor;
        this.depth = depth;
        this.atoms = new AtomParser(text, cursor, this);
        this.parameters = new ParameterParser(cursor, this);
    }

    /// Forgets the nesting of an expression that was given up.
    void restart() {
        depth = 0;
    }

    int depth() {
        return depth;
    }

    ParameterParser parameters() {
        return parameters;
    }

    AtomParser atoms() {
        return atoms;
    }

    /// One expression, or a tuple of several without parentheses; each may be starred.
    Expr starExpressions() {
        return list(this::starExpression);
    }

    /// As {@link #starExpressions()}, where an assignment expression may stand.
    Expr starNamedExpressions() {
        return list(this::starNamed);
    }

    /// The targets of a {@code for}: they end before the {@code in}.
    Expr starTargets() {
        return list(this::starTarget);
    }

    Expr yieldOrStarExpressions() {
        return cursor.at("yield") ? yieldExpression() : starExpressions();
    }

    private Expr list(Supplier<Expr> item) {
        int start = cursor.peek().start();
        Expr first = item.get();
        if (!cursor.at(",")) {
            return first;
        }
        List<Expr> elements = new ArrayList<>();
        elements.add(first);
        while (cursor.accept(",") && cursor.startsExpression()) {
            elements.add(item.get());
        }
        return new Expr.TupleExpr(start, cursor.lastEnd(), List.copyOf(elements));
    }

    private Expr starTarget() {
        int start = cursor.peek().start();
        return cursor.accept("*") ? starred(start, binary(1)) : binary(1);
    }

    private Expr starExpression() {
        int start = cursor.peek().start();
        return cursor.accept("*") ? starred(start, binary(1)) : expression();
    }

    Expr starNamed() {
        int start = cursor.peek().start();
        return cursor.accept("*") ? starred(start, binary(1)) : named();
    }

    private Expr starred(int start, Expr value) {
        return new Expr.Starred(start, cursor.lastEnd(), value);
    }

    Expr named() {
        if (cursor.at(Kind.NAME) && cursor.peek(1).is(":=")) {
            Expr.Name target = atoms.name(cursor.next());
            cursor.next();
            Expr value = expression();
            return new Expr.NamedExpr(target.start(), cursor.lastEnd(), target, value);
        }
        return expression();
    }

    Expr yieldExpression() {
        int start = cursor.expect("yield").start();
        if (cursor.accept("from")) {
            Expr value = expression();
            return new Expr.Yield(start, cursor.lastEnd(), value, true);
        }
        Expr value = cursor.startsExpression() ? starExpressions() : null;
        return new Expr.Yield(start, cursor.lastEnd(), value, false);
    }

    Expr expression() {
        enter();
        try {
            int start = cursor.peek().start();
            if (cursor.at("lambda")) {
                return lambda();
            }
            Expr body = disjunction();
            if (!cursor.accept("if")) {
                return body;
            }
            Expr test = disjunction();
            if (!cursor.accept("else")) {
                throw cursor.unparsed("expected 'else' after 'if' expression");
            }
            Expr orElse = expression();
            return new Expr.IfExp(start, cursor.lastEnd(), test, body, orElse);
        } finally {
            depth--;
        }
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            depth--;
            throw cursor.unparsed("too many nested expressions");
        }
    }

    private Expr lambda() {
        int start = cursor.next().start();
        Node.Arguments args = parameters.until(":", false);
        cursor.expect(":");
        Expr body = expression();
        return new Expr.Lambda(start, cursor.lastEnd(), args, body);
    }

    Expr disjunction() {
        int start = cursor.peek().start();
        Expr first = conjunction();
        return cursor.at("or") ? chain(start, first, "or", this::conjunction) : first;
    }

    private Expr conjunction() {
        int start = cursor.peek().start();
        Expr first = inversion();
        return cursor.at("and") ? chain(start, first, "and", this::inversion) : first;
    }

    private Expr chain(int start, Expr first, String op, Supplier<Expr> operand) {
        List<Expr> values = new ArrayList<>();
        values.add(first);
        while (cursor.accept(op)) {
            values.add(operand.get());
        }
        return new Expr.BoolOp(start, cursor.lastEnd(), op, List.copyOf(values));
    }

    private Expr inversion() {
        if (!cursor.at("not")) {
            return comparison();
        }
        enter();
        try {
            int start = cursor.next().start();
            Expr operand = inversion();
            return new Expr.UnaryOp(start, cursor.lastEnd(), "not", operand);
        } finally {
            depth--;
        }
    }

    private Expr comparison() {
        int start = cursor.peek().start();
        Expr left = binary(1);
        if (comparator().isEmpty()) {
            return left;
        }
        List<String> ops = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        for (String op = comparator(); !op.isEmpty(); op = comparator()) {
            ops.add(op);
            starts.add(cursor.next().start());
            if (op.indexOf(' ') > 0) {
                cursor.next();
            }
            values.add(binary(1));
        }
        return new Expr.Compare(start, cursor.lastEnd(), left, List.copyOf(ops), List.copyOf(starts), List.copyOf(values));
    }

    /// The comparison operator at the cursor, of one or two words; empty where there is none.
    private String comparator() {
        Token token = cursor.peek();
        return switch (token.text()) {
            case "==", "!=", "<", "<=", ">", ">=", "in" -> token.text();
            case "is" -> cursor.peek(1).is("not") ? "is not" : "is";
            case "not" -> cursor.peek(1).is("in") ? "not in" : "";
            default -> "";
        };
    }

    Expr binary(int least) {
        int start = cursor.peek().start();
        Expr left = unary();
        for (int links = 0; ; links++) {
            Token op = cursor.peek();
            int precedence = op.kind() == Kind.OPERATOR ? Operators.precedence(op.text()) : 0;
            if (precedence < least) {
                return left;
            }
            limitChain(links);
            cursor.next();
            Expr right = precedence == 6 ? unary() : binary(precedence + 1);
            left = new Expr.BinOp(start, cursor.lastEnd(), left, op.text(), op.start(), right);
        }
    }

    private void limitChain(int links) {
        if (links > MAX_CHAIN) {
            throw cursor.unparsed("too many operators in one expression");
        }
    }

    private Expr unary() {
        if (!cursor.at("-") && !cursor.at("+") && !cursor.at("~")) {
            return power();
        }
        enter();
        try {
            Token op = cursor.next();
            Expr operand = unary();
            return new Expr.UnaryOp(op.start(), cursor.lastEnd(), op.text(), operand);
        } finally {
            depth--;
        }
    }

    private Expr power() {
        int start = cursor.peek().start();
        Expr base = cursor.at("await") ? await() : primary();
        if (!cursor.at("**")) {
            return base;
        }
        enter();
        try {
            Token op = cursor.next();
            Expr exponent = unary();
            return new Expr.BinOp(start, cursor.lastEnd(), base, op.text(), op.start(), exponent);
        } finally {
            depth--;
        }
    }

    private Expr await() {
        int start = cursor.next().start();
        Expr value = primary();
        return new Expr.Await(start, cursor.lastEnd(), value);
    }

    private Expr primary() {
        int start = cursor.peek().start();
        Expr left = atoms.atom();
        for (int links = 0; ; links++) {
            limitChain(links);
            switch (cursor.peek().text()) {
                case "." -> {
                    cursor.next();
                    Token name = cursor.expectName();
                    left = new Expr.Attribute(start, name.end(), left, Identifiers.normalize(name.text()), name.start());
                }
                case "(" -> left = atoms.call(start, left);
                case "[" -> {
                    cursor.next();
                    Expr index = atoms.slices();
                    cursor.expect("]");
                    left = new Expr.Subscript(start, cursor.lastEnd(), left, index);
                }
                default -> {
                    return left;
                }
            }
        }
    }

    boolean atComprehension() {
        return cursor.at("for") || (cursor.at("async") && cursor.peek(1).is("for"));
    }

    List<Node.Comprehension> comprehensions() {
        List<Node.Comprehension> all = new ArrayList<>();
        while (atComprehension()) {
            int start = cursor.peek().start();
            boolean async = cursor.accept("async");
            cursor.expect("for");
            Expr target = starTargets();
            Targets.require(target);
            cursor.expect("in");
            Expr iter = disjunction();
            List<Expr> ifs = new ArrayList<>();
            while (cursor.accept("if")) {
                ifs.add(disjunction());
            }
            all.add(new Node.Comprehension(start, cursor.lastEnd(), target, iter, List.copyOf(ifs), async));
        }
        return List.copyOf(all);
    }

    Expr comprehension(int start, ComprehensionKind kind, Expr element, String closer) {
        List<Node.Comprehension> generators = comprehensions();
        cursor.expect(closer);
        return new Expr.Comp(start, cursor.lastEnd(), kind, element, null, generators);
    }
}
