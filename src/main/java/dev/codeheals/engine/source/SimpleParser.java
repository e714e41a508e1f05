package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses statements of one line.
final class SimpleParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;

    SimpleParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Stmt statement() {
        Token token = cursor.peek();
        if (token.kind() != Kind.KEYWORD) {
            return isTypeAlias(token) ? typeAlias() : expressionStatement();
        }
        int start = token.start();
        return switch (token.text()) {
            case "return" -> {
                cursor.next();
                Expr value = cursor.startsExpression() ? expressions.starExpressions() : null;
                yield new Stmt.Return(start, cursor.lastEnd(), value);
            }
            case "raise" -> raise();
            case "pass" -> new Stmt.Pass(start, cursor.next().end());
            case "break" -> new Stmt.Break(start, cursor.next().end());
            case "continue" -> new Stmt.Continue(start, cursor.next().end());
            case "global", "nonlocal" -> scopeNames();
            case "del" -> delete();
            case "assert" -> assertion();
            case "import" -> importModules();
            case "from" -> importFrom();
            default -> expressionStatement();
        };
    }

    private boolean isTypeAlias(Token token) {
        return token.is("type") && token.kind() == Kind.NAME && cursor.peek(1).kind() == Kind.NAME
                && (cursor.peek(2).is("=") || cursor.peek(2).is("["));
    }

    private Stmt typeAlias() {
        int start = cursor.next().start();
        Stmt.Identifier name = identifier(cursor.expectName());
        new TypeParameterParser(cursor, expressions).skip();
        cursor.expect("=");
        Expr value = expressions.expression();
        return new Stmt.TypeAlias(start, cursor.lastEnd(), name, value);
    }

    static Stmt.Identifier identifier(Token token) {
        return new Stmt.Identifier(token.start(), token.end(), Identifiers.normalize(token.text()));
    }

    private Stmt expressionStatement() {
        int start = cursor.peek().start();
        boolean parenthesised = cursor.at("(");
        Expr first = expressions.yieldOrStarExpressions();
        Token token = cursor.peek();
        if (token.kind() != Kind.OPERATOR) {
            return new Stmt.ExprStmt(start, cursor.lastEnd(), first);
        }
        if (token.is("=")) {
            return assignment(start, first);
        }
        if (token.is(":")) {
            return annotated(start, first, parenthesised);
        }
        if (!Operators.isAugmented(token.text())) {
            return new Stmt.ExprStmt(start, cursor.lastEnd(), first);
        }
        if (!Targets.isSingle(first)) {
            throw new Unparsed("'" + Targets.describe(first) + "' is an illegal expression for augmented assignment", first.start());
        }
        cursor.next();
        Expr value = expressions.yieldOrStarExpressions();
        return new Stmt.AugAssign(start, cursor.lastEnd(), first, token.text(), token.start(), value);
    }

    private Stmt assignment(int start, Expr first) {
        List<Expr> targets = new ArrayList<>();
        Expr value = first;
        while (cursor.accept("=")) {
            Targets.require(value);
            targets.add(value);
            value = expressions.yieldOrStarExpressions();
        }
        return new Stmt.Assign(start, cursor.lastEnd(), List.copyOf(targets), value);
    }

    private Stmt annotated(int start, Expr target, boolean parenthesised) {
        if (!Targets.isSingle(target)) {
            boolean several = target instanceof Expr.TupleExpr || target instanceof Expr.ListExpr;
            throw several ? new Unparsed("only single target (not " + Targets.describe(target) + ") can be annotated", target.start())
                    : parenthesised ? cursor.unparsed("illegal target for annotation") : cursor.unparsed("invalid syntax");
        }
        cursor.next();
        Expr annotation = expressions.expression();
        Expr value = cursor.accept("=") ? expressions.yieldOrStarExpressions() : null;
        return new Stmt.AnnAssign(start, cursor.lastEnd(), target, annotation, value);
    }

    private Stmt raise() {
        int start = cursor.next().start();
        Expr exception = cursor.startsExpression() ? expressions.expression() : null;
        Expr cause = exception != null && cursor.accept("from") ? expressions.expression() : null;
        return new Stmt.Raise(start, cursor.lastEnd(), exception, cause);
    }

    private Stmt scopeNames() {
        Token word = cursor.next();
        List<String> names = new ArrayList<>();
        do {
            names.add(Identifiers.normalize(cursor.expectName().text()));
        } while (cursor.accept(","));
        return word.is("global") ? new Stmt.Global(word.start(), cursor.lastEnd(), List.copyOf(names))
                : new Stmt.Nonlocal(word.start(), cursor.lastEnd(), List.copyOf(names));
    }

    private Stmt delete() {
        int start = cursor.next().start();
        List<Expr> targets = new ArrayList<>();
        do {
            if (!targets.isEmpty() && !cursor.startsExpression()) {
                break;
            }
            Expr target = expressions.binary(1);
            requireDeletable(target);
            targets.add(target);
        } while (cursor.accept(","));
        return new Stmt.Delete(start, cursor.lastEnd(), List.copyOf(targets));
    }

    private static void requireDeletable(Expr target) {
        switch (target) {
            case Expr.TupleExpr tuple -> tuple.elements().forEach(SimpleParser::requireDeletable);
            case Expr.ListExpr list -> list.elements().forEach(SimpleParser::requireDeletable);
            default -> {
                if (!Targets.isSingle(target)) {
                    throw new Unparsed("cannot delete " + Targets.describe(target), target.start());
                }
            }
        }
    }

    private Stmt assertion() {
        int start = cursor.next().start();
        Expr test = expressions.expression();
        Expr message = cursor.accept(",") ? expressions.expression() : null;
        return new Stmt.Assert(start, cursor.lastEnd(), test, message);
    }

    private Stmt importModules() {
        int start = cursor.next().start();
        List<Node.Alias> names = new ArrayList<>();
        do {
            int nameStart = cursor.peek().start();
            String name = dotted();
            names.add(alias(nameStart, name));
        } while (cursor.accept(","));
        return new Stmt.Import(start, cursor.lastEnd(), List.copyOf(names));
    }

    private String dotted() {
        StringBuilder name = new StringBuilder(Identifiers.normalize(cursor.expectName().text()));
        while (cursor.accept(".")) {
            name.append('.').append(Identifiers.normalize(cursor.expectName().text()));
        }
        return name.toString();
    }

    private Node.Alias alias(int start, String name) {
        String as = cursor.accept("as") ? Identifiers.normalize(cursor.expectName().text()) : null;
        return alias(start, name, as);
    }

    private Node.Alias alias(int start, String name, @Nullable String as) {
        return new Node.Alias(start, cursor.lastEnd(), name, as);
    }

    private Stmt importFrom() {
        int start = cursor.next().start();
        int level = 0;
        while (cursor.at(".") || cursor.at("...")) {
            level += cursor.next().text().length();
        }
        String module = level > 0 && cursor.at("import") ? "" : dotted();
        cursor.expect("import");
        List<Node.Alias> names = new ArrayList<>();
        if (cursor.at("*")) {
            Token star = cursor.next();
            names.add(alias(star.start(), "*", null));
        } else if (cursor.accept("(")) {
            importedNames(names, true);
            cursor.expect(")");
        } else {
            importedNames(names, false);
        }
        return new Stmt.ImportFrom(start, cursor.lastEnd(), module, level, List.copyOf(names));
    }

    private void importedNames(List<Node.Alias> names, boolean parenthesised) {
        do {
            if (parenthesised && !names.isEmpty() && cursor.at(")")) {
                break;
            }
            if (!names.isEmpty() && cursor.at(Kind.NEWLINE)) {
                throw cursor.unparsed("trailing comma not allowed without surrounding parentheses");
            }
            Token name = cursor.expectName();
            names.add(alias(name.start(), Identifiers.normalize(name.text())));
        } while (cursor.accept(","));
    }
}
