package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parses statements that have blocks.
final class CompoundParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final StatementParser statements;
    private final Recovery recovery;
    private final DefinitionParser definitions;
    private final MatchParser matches;

    CompoundParser(Cursor cursor, ExpressionParser expressions, StatementParser statements, Recovery recovery) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.statements = statements;
        this.recovery = recovery;
        this.definitions = new DefinitionParser(cursor, expressions, this, recovery);
        this.matches = new MatchParser(cursor, expressions, this, recovery);
    }

    /// Parses the compound statement at the cursor; false when there is none.
    boolean statement(List<Stmt> body) {
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.OPERATOR && token.is("@")) {
            definitions.decorated(body);
            return true;
        }
        Stmt parsed = token.kind() == Token.Kind.KEYWORD ? keyword(token)
                : token.kind() == Token.Kind.NAME && matches.isMatch() ? matches.match() : null;
        if (parsed != null) {
            body.add(parsed);
        }
        return parsed != null;
    }

    private @Nullable Stmt keyword(Token token) {
        return switch (token.text()) {
            case "if" -> ifStatement();
            case "for" -> forStatement(token.start(), false);
            case "while" -> whileStatement();
            case "try" -> tryStatement();
            case "with" -> withStatement(token.start(), false);
            case "def" -> definitions.function(token.start(), false, List.of());
            case "class" -> definitions.classDefinition(List.of());
            case "async" -> async(token.start());
            case "elif", "else", "except", "finally" -> strayClause();
            default -> null;
        };
    }

    private @Nullable Stmt async(int start) {
        Token second = cursor.peek(1);
        if (!second.is("def") && !second.is("for") && !second.is("with")) {
            return null;
        }
        cursor.next();
        return switch (second.text()) {
            case "def" -> definitions.function(start, true, List.of());
            case "for" -> forStatement(start, true);
            default -> withStatement(start, true);
        };
    }

    /// A clause whose statement is not there: its header is broken, its block joins the statements around it.
    private Stmt strayClause() {
        Token word = cursor.peek();
        throw new Unparsed("'" + word.text() + "' without its statement", word.start());
    }

    /// The colon and the block of a header that begins at {@code header}.
    List<Stmt> suite(int header) {
        boolean colon = colon();
        if (!cursor.at(Token.Kind.NEWLINE)) {
            List<Stmt> body = new ArrayList<>();
            statements.simpleLine(body);
            return List.copyOf(body);
        }
        cursor.next();
        if (cursor.at(Token.Kind.INDENT)) {
            cursor.next();
            return statements.block();
        }
        if (colon) {
            recovery.fault(Kind.MISSING_BLOCK, cursor.peek().start(), cursor.peek().end(), header);
        }
        return List.of();
    }

    private boolean colon() {
        if (cursor.accept(":")) {
            return true;
        }
        Token token = cursor.peek();
        boolean statement = token.kind() == Token.Kind.KEYWORD && Keywords.STATEMENT.contains(token.text());
        if (!cursor.at(Token.Kind.NEWLINE) && !statement) {
            throw cursor.unparsed(token.is("=") ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" : "expected ':'");
        }
        recovery.fault(Kind.MISSING_COLON, cursor.lastEnd(), cursor.lastEnd(), -1);
        return false;
    }

    /// What remains of a clause whose header is broken: the broken line, then its block.
    List<Stmt> brokenSuite(int header, Unparsed reason) {
        List<Stmt> body = new ArrayList<>();
        body.add(recovery.line(header, reason));
        if (cursor.at(Token.Kind.INDENT)) {
            cursor.next();
            body.addAll(statements.block());
        }
        return List.copyOf(body);
    }

    static Expr brokenHeader(List<Stmt> body) {
        return new Expr.Broken(body.getFirst().start(), body.getFirst().end());
    }

    private Stmt ifStatement() {
        Clause first = tested();
        List<Clause> clauses = new ArrayList<>();
        while (cursor.at("elif")) {
            clauses.add(tested());
        }
        List<Stmt> orElse = elseClause();
        int end = cursor.lastEnd();
        for (Clause clause : clauses.reversed()) {
            orElse = List.of(new Stmt.If(clause.start(), end(clause.body(), orElse, clause.end()), clause.test(), clause.body(), orElse));
        }
        return new Stmt.If(first.start(), end(first.body(), orElse, end), first.test(), first.body(), orElse);
    }

    private record Clause(int start, int end, Expr test, List<Stmt> body) {}

    /// {@code if}, {@code elif} or {@code while} with its condition and block. A long ladder of them is read in a loop, so that it needs no
    /// deep stack.
    private Clause tested() {
        int start = cursor.next().start();
        try {
            Expr test = expressions.named();
            List<Stmt> body = suite(start);
            return new Clause(start, cursor.lastEnd(), test, body);
        } catch (Unparsed reason) {
            List<Stmt> body = brokenSuite(start, reason);
            return new Clause(start, cursor.lastEnd(), brokenHeader(body), body);
        }
    }

    private List<Stmt> elseClause() {
        return cursor.at("else") ? wordClause() : List.of();
    }

    /// {@code else:}, {@code finally:} or {@code try:} with its block.
    private List<Stmt> wordClause() {
        int start = cursor.next().start();
        try {
            return suite(start);
        } catch (Unparsed reason) {
            return brokenSuite(start, reason);
        }
    }

    /// The end of the last statement there is, else where the header ended.
    static int end(List<Stmt> body, List<Stmt> orElse, int headerEnd) {
        return !orElse.isEmpty() ? orElse.getLast().end() : !body.isEmpty() ? body.getLast().end() : headerEnd;
    }

    private Stmt whileStatement() {
        Clause clause = tested();
        List<Stmt> orElse = elseClause();
        return new Stmt.While(clause.start(), end(clause.body(), orElse, clause.end()), clause.test(), clause.body(), orElse);
    }

    private Stmt forStatement(int start, boolean async) {
        cursor.next();
        Expr target;
        Expr iter;
        List<Stmt> body;
        try {
            target = expressions.starTargets();
            Targets.require(target);
            cursor.expect("in");
            iter = expressions.starExpressions();
            body = suite(start);
        } catch (Unparsed reason) {
            body = brokenSuite(start, reason);
            target = brokenHeader(body);
            iter = target;
        }
        int headerEnd = cursor.lastEnd();
        List<Stmt> orElse = elseClause();
        return new Stmt.For(start, end(body, orElse, headerEnd), target, iter, body, orElse, async);
    }

    private Stmt tryStatement() {
        int start = cursor.peek().start();
        List<Stmt> body = wordClause();
        int end = end(body, List.of(), cursor.lastEnd());
        List<Node.Handler> handlers = new ArrayList<>();
        while (cursor.at("except")) {
            handlers.add(handler());
            end = handlers.getLast().end();
        }
        List<Stmt> orElse = handlers.isEmpty() ? List.of() : elseClause();
        end = end(orElse, List.of(), end);
        List<Stmt> finalBody = cursor.at("finally") ? wordClause() : List.of();
        if (handlers.isEmpty() && finalBody.isEmpty()) {
            recovery.fault(Kind.MISSING_BLOCK, cursor.peek().start(), cursor.peek().end(), start);
        }
        return new Stmt.Try(start, end(finalBody, List.of(), end), body, List.copyOf(handlers), orElse, finalBody);
    }

    private Node.Handler handler() {
        int start = cursor.next().start();
        Expr type = null;
        Stmt.Identifier name = null;
        List<Stmt> body;
        try {
            cursor.accept("*");
            type = cursor.startsExpression() ? expressions.starExpressions() : null;
            if (type != null && cursor.accept("as")) {
                name = SimpleParser.identifier(cursor.expectName());
            }
            body = suite(start);
        } catch (Unparsed reason) {
            body = brokenSuite(start, reason);
        }
        return new Node.Handler(start, end(body, List.of(), cursor.lastEnd()), type, name, body);
    }

    private Stmt withStatement(int start, boolean async) {
        cursor.next();
        List<Node.WithItem> items;
        List<Stmt> body;
        try {
            items = withItems();
            body = suite(start);
        } catch (Unparsed reason) {
            body = brokenSuite(start, reason);
            items = List.of();
        }
        return new Stmt.With(start, end(body, List.of(), cursor.lastEnd()), items, body, async);
    }

    /// A parenthesis may hold all items or be part of the first one; only what follows its end tells.
    private List<Node.WithItem> withItems() {
        int position = cursor.position();
        if (cursor.accept("(")) {
            try {
                List<Node.WithItem> items = withItemsUntil(")");
                cursor.expect(")");
                if (cursor.at(":") || cursor.at(Token.Kind.NEWLINE)) {
                    return items;
                }
            } catch (Unparsed notAllItems) {
                expressions.restart();
            }
            cursor.back(position);
        }
        return withItemsUntil(":");
    }

    private List<Node.WithItem> withItemsUntil(String end) {
        List<Node.WithItem> items = new ArrayList<>();
        do {
            if (!items.isEmpty() && cursor.at(end)) {
                break;
            }
            int start = cursor.peek().start();
            Expr context = expressions.expression();
            Expr target = null;
            if (cursor.accept("as")) {
                target = expressions.binary(1);
                Targets.require(target);
            }
            items.add(new Node.WithItem(start, cursor.lastEnd(), context, target));
        } while (cursor.accept(","));
        return List.copyOf(items);
    }
}
