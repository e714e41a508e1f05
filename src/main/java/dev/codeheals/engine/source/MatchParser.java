package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses {@code match} statements. A pattern becomes the expression it reads as; {@code pattern as name} becomes a
/// {@link Expr.NamedExpr} with that target.
final class MatchParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final CompoundParser compound;
    private final Recovery recovery;

    MatchParser(Cursor cursor, ExpressionParser expressions, CompoundParser compound, Recovery recovery) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.compound = compound;
        this.recovery = recovery;
    }

    /// {@code match} is a keyword only where a subject follows and the block of the line begins with {@code case}.
    boolean isMatch() {
        if (!cursor.at("match") || !Cursor.startsExpression(cursor.peek(1))) {
            return false;
        }
        int ahead = 1;
        while (cursor.peek(ahead).kind() != Kind.NEWLINE && cursor.peek(ahead).kind() != Kind.END) {
            ahead++;
        }
        return cursor.peek(ahead + 1).kind() == Kind.INDENT && cursor.peek(ahead + 2).is("case");
    }

    Stmt match() {
        int start = cursor.next().start();
        Expr subject = expressions.starNamedExpressions();
        if (!cursor.accept(":")) {
            if (!cursor.at(Kind.NEWLINE)) {
                throw cursor.unparsed("expected ':'");
            }
            recovery.fault(SyntaxFault.Kind.MISSING_COLON, cursor.lastEnd(), cursor.lastEnd(), -1);
        }
        if (!cursor.at(Kind.NEWLINE)) {
            throw cursor.unparsed("invalid syntax");
        }
        cursor.next();
        cursor.next();
        List<Node.MatchCase> cases = new ArrayList<>();
        while (!cursor.at(Kind.DEDENT) && !cursor.at(Kind.END)) {
            matchCase(cases);
        }
        cursor.next();
        int end = cases.isEmpty() ? cursor.lastEnd() : cases.getLast().end();
        return new Stmt.Match(start, end, subject, List.copyOf(cases));
    }

    /// A line that is no case is kept as a case with a broken pattern.
    private void matchCase(List<Node.MatchCase> cases) {
        int start = cursor.peek().start();
        Expr pattern;
        Expr guard = null;
        List<Stmt> body;
        try {
            if (!cursor.at("case")) {
                throw cursor.unparsed("expected 'case'");
            }
            cursor.next();
            pattern = patterns();
            guard = cursor.accept("if") ? expressions.named() : null;
            body = compound.suite(start);
        } catch (Unparsed reason) {
            if (cursor.at(Kind.INDENT)) {
                cursor.next();
            }
            body = compound.brokenSuite(start, reason);
            pattern = CompoundParser.brokenHeader(body);
        }
        cases.add(new Node.MatchCase(start, CompoundParser.end(body, List.of(), cursor.lastEnd()), pattern, guard, body));
    }

    private Expr patterns() {
        int start = cursor.peek().start();
        Expr first = maybeStar();
        if (!cursor.at(",")) {
            return first;
        }
        List<Expr> elements = new ArrayList<>(List.of(first));
        while (cursor.accept(",") && !cursor.at(":") && !cursor.at("if")) {
            elements.add(maybeStar());
        }
        return new Expr.TupleExpr(start, cursor.lastEnd(), List.copyOf(elements));
    }

    private Expr maybeStar() {
        int start = cursor.peek().start();
        if (!cursor.accept("*")) {
            return pattern();
        }
        Expr.Name name = expressions.atoms().name(cursor.expectName());
        return new Expr.Starred(start, name.end(), name);
    }

    private Expr pattern() {
        int start = cursor.peek().start();
        Expr left = closed();
        while (cursor.at("|")) {
            Token bar = cursor.next();
            Expr right = closed();
            left = new Expr.BinOp(start, cursor.lastEnd(), left, bar.text(), bar.start(), right);
        }
        if (cursor.accept("as")) {
            Expr.Name name = expressions.atoms().name(cursor.expectName());
            return new Expr.NamedExpr(start, cursor.lastEnd(), name, left);
        }
        return left;
    }

    private Expr closed() {
        return switch (cursor.peek().text()) {
            case "(" -> group();
            case "[" -> sequence("]");
            case "{" -> mapping();
            default -> cursor.at(Kind.NAME) ? nameOrClass() : literal();
        };
    }

    /// Numbers with a sign, complex sums and strings; never a comparison or anything looser.
    private Expr literal() {
        return expressions.binary(5);
    }

    private Expr group() {
        int position = cursor.position();
        Token open = cursor.next();
        if (!cursor.at(")")) {
            Expr inner = maybeStar();
            if (cursor.at(")") && !(inner instanceof Expr.Starred)) {
                cursor.next();
                return inner;
            }
        }
        cursor.back(position);
        List<Expr> elements = elements(")");
        return new Expr.TupleExpr(open.start(), cursor.lastEnd(), elements);
    }

    private Expr sequence(String closer) {
        int start = cursor.peek().start();
        List<Expr> elements = elements(closer);
        return new Expr.ListExpr(start, cursor.lastEnd(), elements);
    }

    private List<Expr> elements(String closer) {
        cursor.next();
        List<Expr> elements = new ArrayList<>();
        while (!cursor.at(closer)) {
            elements.add(maybeStar());
            if (!cursor.accept(",")) {
                break;
            }
        }
        cursor.expect(closer);
        return List.copyOf(elements);
    }

    private Expr mapping() {
        int start = cursor.next().start();
        List<@Nullable Expr> keys = new ArrayList<>();
        List<Expr> values = new ArrayList<>();
        while (!cursor.at("}")) {
            if (cursor.accept("**")) {
                keys.add(null);
                values.add(expressions.atoms().name(cursor.expectName()));
            } else {
                keys.add(expressions.binary(5));
                cursor.expect(":");
                values.add(pattern());
            }
            if (!cursor.accept(",")) {
                break;
            }
        }
        cursor.expect("}");
        return new Expr.DictExpr(start, cursor.lastEnd(), java.util.Collections.unmodifiableList(keys), List.copyOf(values));
    }

    private Expr nameOrClass() {
        int start = cursor.peek().start();
        Expr left = expressions.atoms().name(cursor.next());
        while (cursor.accept(".")) {
            Token name = cursor.expectName();
            left = new Expr.Attribute(start, name.end(), left, Identifiers.normalize(name.text()), name.start());
        }
        if (!cursor.at("(")) {
            return left;
        }
        int open = cursor.next().start();
        List<Expr> args = new ArrayList<>();
        List<Node.Keyword> keywords = new ArrayList<>();
        while (!cursor.at(")")) {
            classArgument(args, keywords);
            if (!cursor.accept(",")) {
                break;
            }
        }
        cursor.expect(")");
        return new Expr.Call(start, cursor.lastEnd(), left, open, List.copyOf(args), List.copyOf(keywords));
    }

    private void classArgument(List<Expr> args, List<Node.Keyword> keywords) {
        if (cursor.at(Kind.NAME) && cursor.peek(1).is("=")) {
            Token name = cursor.next();
            cursor.next();
            Expr value = pattern();
            keywords.add(new Node.Keyword(name.start(), cursor.lastEnd(), Identifiers.normalize(name.text()), value));
        } else if (keywords.isEmpty()) {
            args.add(pattern());
        } else {
            throw cursor.unparsed("positional patterns follow keyword patterns");
        }
    }
}
