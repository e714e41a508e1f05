package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.util.ArrayList;
import java.util.List;

/// Parses a module: blocks, logical lines and their recovery. Compound statements are read by {@link CompoundParser}, the rest by
/// {@link SimpleParser}.
final class StatementParser {
    /// CPython's own limit for indentation levels.
    private static final int MAX_BLOCKS = 100;

    private final SourceFile source;
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Recovery recovery;
    private final SimpleParser simple;
    private final CompoundParser compound;
    private int blocks;
    /// Where the simple statement being read begins.
    private int current;

    StatementParser(SourceFile source, Tokens tokens) {
        this.source = source;
        this.cursor = new Cursor(tokens.all());
        this.expressions = new ExpressionParser(source.text(), cursor, 0);
        this.recovery = new Recovery(cursor, tokens);
        this.simple = new SimpleParser(cursor, expressions);
        this.compound = new CompoundParser(cursor, expressions, this, recovery);
    }

    List<SyntaxFault> faults() {
        return recovery.faults();
    }

    Node.Module module() {
        List<Stmt> body = new ArrayList<>();
        while (!cursor.at(Token.Kind.END)) {
            if (cursor.at(Token.Kind.DEDENT)) {
                cursor.next();
            } else {
                statement(body);
            }
        }
        return new Node.Module(0, source.text().length(), List.copyOf(body));
    }

    /// The statements of a block, the cursor standing after its INDENT.
    List<Stmt> block() {
        List<Stmt> body = new ArrayList<>();
        blocks++;
        if (blocks > MAX_BLOCKS) {
            body.add(tooDeep());
        }
        while (!cursor.at(Token.Kind.DEDENT) && !cursor.at(Token.Kind.END)) {
            statement(body);
        }
        cursor.next();
        blocks--;
        return List.copyOf(body);
    }

    private Stmt tooDeep() {
        int start = cursor.peek().start();
        int end = start;
        for (int open = 0; !cursor.at(Token.Kind.END) && (open > 0 || !cursor.at(Token.Kind.DEDENT)); ) {
            Token token = cursor.next();
            open += token.kind() == Token.Kind.INDENT ? 1 : token.kind() == Token.Kind.DEDENT ? -1 : 0;
            end = token.kind() == Token.Kind.NEWLINE ? end : Math.max(end, token.end());
        }
        recovery.fault(Kind.NOT_A_STATEMENT, start, end, -1);
        return new Stmt.Broken(start, end, "too many levels of indentation", start);
    }

    private void statement(List<Stmt> body) {
        expressions.restart();
        Token first = cursor.peek();
        switch (first.kind()) {
            case NEWLINE -> cursor.next();
            case INDENT -> unexpectedIndent(body);
            case NAME, KEYWORD, NUMBER, STRING, OPERATOR, ERROR, LINE_BREAK, COMMENT, DEDENT, END -> {
                current = first.start();
                try {
                    if (!compound.statement(body)) {
                        simpleLine(body);
                    }
                } catch (Unparsed reason) {
                    body.add(recovery.line(current, reason));
                }
            }
        }
    }

    /// A block without a header: its statements join those around it. After a broken line no fault is reported, for that line is it.
    private void unexpectedIndent(List<Stmt> body) {
        Token first = cursor.next();
        boolean explained = !body.isEmpty() && body.getLast() instanceof Stmt.Broken;
        if (!explained) {
            recovery.fault(Kind.UNEXPECTED_INDENT, source.lineStart(source.lineOf(first.start())), first.start(), -1);
        }
        body.addAll(block());
    }

    /// The statements of one line, up to and with its NEWLINE. Those before a broken one stay.
    void simpleLine(List<Stmt> body) {
        int mark = body.size();
        do {
            if (cursor.at(Token.Kind.NEWLINE) && body.size() > mark) {
                break;
            }
            current = cursor.peek().start();
            Stmt statement = simple.statement();
            requireEnd(statement);
            body.add(statement);
        } while (cursor.accept(";"));
        cursor.next();
    }

    private void requireEnd(Stmt statement) {
        if (cursor.at(Token.Kind.NEWLINE) || cursor.at(";") || cursor.at(Token.Kind.END)) {
            return;
        }
        boolean print = statement instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Name n
                && (n.id().equals("print") || n.id().equals("exec"));
        throw cursor.unparsed(print ? "Missing parentheses in call to '" + ((Expr.Name) ((Stmt.ExprStmt) statement).value()).id() + "'"
                : "invalid syntax");
    }
}
