package dev.codeheals.engine.source;

import dev.codeheals.engine.source.SyntaxFault.Kind;
import java.util.ArrayList;
import java.util.List;

/// Parses functions, classes and their decorators.
final class DefinitionParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final CompoundParser compound;
    private final Recovery recovery;

    DefinitionParser(Cursor cursor, ExpressionParser expressions, CompoundParser compound, Recovery recovery) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.compound = compound;
        this.recovery = recovery;
    }

    void decorated(List<Stmt> body) {
        int start = cursor.peek().start();
        List<Expr> decorators = new ArrayList<>();
        while (cursor.accept("@")) {
            decorators.add(expressions.named());
            if (!cursor.at(Token.Kind.NEWLINE)) {
                throw cursor.unparsed("invalid syntax");
            }
            cursor.next();
        }
        int definition = cursor.peek().start();
        if (cursor.at("class")) {
            body.add(classDefinition(decorators));
        } else if (cursor.at("def")) {
            body.add(function(definition, false, decorators));
        } else if (cursor.at("async") && cursor.peek(1).is("def")) {
            cursor.next();
            body.add(function(definition, true, decorators));
        } else {
            recovery.fault(Kind.NOT_A_STATEMENT, definition, cursor.peek().end(), start);
            int end = decorators.getLast().end();
            body.add(new Stmt.Broken(start, end, "expected a function or class definition after decorator", definition));
        }
    }

    /// A function whose header is broken after its name keeps name and body, and has no parameters.
    Stmt function(int start, boolean async, List<Expr> decorators) {
        cursor.next();
        Stmt.Identifier name = SimpleParser.identifier(cursor.expectName());
        Node.Arguments args = new Node.Arguments(name.end(), name.end(), List.of());
        Expr returns = null;
        List<Stmt> body;
        try {
            new TypeParameterParser(cursor, expressions).skip();
            cursor.expect("(");
            args = expressions.parameters().until(")", true);
            cursor.expect(")");
            returns = cursor.accept("->") ? expressions.expression() : null;
            body = compound.suite(start);
        } catch (Unparsed reason) {
            body = compound.brokenSuite(start, reason);
        }
        int end = CompoundParser.end(body, List.of(), cursor.lastEnd());
        return new Stmt.FunctionDef(start, end, name, args, body, List.copyOf(decorators), returns, async);
    }

    Stmt classDefinition(List<Expr> decorators) {
        int start = cursor.next().start();
        Stmt.Identifier name = SimpleParser.identifier(cursor.expectName());
        List<Expr> bases = new ArrayList<>();
        List<Node.Keyword> keywords = new ArrayList<>();
        List<Stmt> body;
        try {
            new TypeParameterParser(cursor, expressions).skip();
            if (cursor.at("(")) {
                expressions.atoms().arguments(bases, keywords);
            }
            body = compound.suite(start);
        } catch (Unparsed reason) {
            body = compound.brokenSuite(start, reason);
        }
        int end = CompoundParser.end(body, List.of(), cursor.lastEnd());
        return new Stmt.ClassDef(start, end, name, List.copyOf(bases), List.copyOf(keywords), body, List.copyOf(decorators));
    }
}
