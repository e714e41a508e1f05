package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Scope.Binding;
import dev.codeheals.engine.source.Scope.How;
import dev.codeheals.engine.source.Scope.Kind;
import java.util.List;

/// Fills the symbol tables from the statements of a tree; expressions are left to {@link ScopeExpressions}.
final class ScopeBuilder {
    private final Parsed parsed;
    private final Scope module;
    private final ScopeExpressions expressions;

    ScopeBuilder(Parsed parsed) {
        this.parsed = parsed;
        this.module = new Scope(Kind.MODULE, parsed.module(), "<module>", null);
        this.expressions = new ScopeExpressions(module);
    }

    Scope build() {
        block(parsed.module().body(), module);
        return module;
    }

    private void block(List<Stmt> body, Scope scope) {
        body.forEach(s -> statement(s, scope));
    }

    private void statement(Stmt statement, Scope scope) {
        switch (statement) {
            case Stmt.FunctionDef f -> function(f, scope);
            case Stmt.ClassDef c -> classDefinition(c, scope);
            case Stmt.Assign a -> {
                expressions.read(a.value(), scope);
                a.targets().forEach(t -> expressions.bind(t, How.ASSIGN, scope));
            }
            case Stmt.AugAssign a -> {
                expressions.read(a.target(), scope);
                expressions.read(a.value(), scope);
                if (a.target() instanceof Expr.Name) {
                    expressions.bind(a.target(), How.AUGMENTED, scope);
                }
            }
            case Stmt.AnnAssign a -> {
                expressions.read(a.annotation(), scope);
                expressions.read(a.value(), scope);
                expressions.bind(a.target(), a.value() == null ? How.ANNOTATION : How.ASSIGN, scope);
            }
            case Stmt.Delete d -> d.targets().forEach(t -> expressions.bind(t, How.DEL, scope));
            case Stmt.Import i -> i.names().forEach(a -> bind(a.bound(false), a.start(), How.IMPORT, a, scope));
            case Stmt.ImportFrom i -> importFrom(i, scope);
            case Stmt.Global g -> g.names().forEach(name -> declare(name, g, How.GLOBAL, scope));
            case Stmt.Nonlocal n -> n.names().forEach(name -> declare(name, n, How.NONLOCAL, scope));
            case Stmt.TypeAlias t -> typeAlias(t, scope);
            case Stmt.Broken b -> new BrokenNames(parsed.tokens()).bind(b, scope);
            case Stmt.Return _, Stmt.ExprStmt _, Stmt.Raise _, Stmt.Assert _ -> statement.children().forEach(e -> expressions.read(e, scope));
            case Stmt.Pass _, Stmt.Break _, Stmt.Continue _ -> { }
            case Stmt.For _, Stmt.While _, Stmt.If _, Stmt.With _, Stmt.Try _, Stmt.Match _ -> compound(statement, scope);
        }
    }

    private void compound(Stmt statement, Scope scope) {
        switch (statement) {
            case Stmt.For f -> {
                expressions.read(f.iter(), scope);
                expressions.bind(f.target(), How.FOR, scope);
                block(f.body(), scope);
                block(f.orElse(), scope);
            }
            case Stmt.While w -> {
                expressions.read(w.test(), scope);
                block(w.body(), scope);
                block(w.orElse(), scope);
            }
            case Stmt.If i -> ladder(i, scope);
            case Stmt.With w -> {
                w.items().forEach(item -> {
                    expressions.read(item.context(), scope);
                    if (item.target() != null) {
                        expressions.bind(item.target(), How.WITH, scope);
                    }
                });
                block(w.body(), scope);
            }
            case Stmt.Try t -> {
                block(t.body(), scope);
                t.handlers().forEach(h -> handler(h, scope));
                block(t.orElse(), scope);
                block(t.finalBody(), scope);
            }
            case Stmt.Match m -> {
                expressions.read(m.subject(), scope);
                m.cases().forEach(c -> {
                    expressions.pattern(c.pattern(), scope);
                    expressions.read(c.guard(), scope);
                    block(c.body(), scope);
                });
            }
            default -> { }
        }
    }

    /// A loop rather than a recursion along {@code elif}, which can be thousands long.
    private void ladder(Stmt.If first, Scope scope) {
        Stmt.If rung = first;
        while (true) {
            expressions.read(rung.test(), scope);
            block(rung.body(), scope);
            if (rung.orElse().size() != 1 || !(rung.orElse().getFirst() instanceof Stmt.If next)) {
                block(rung.orElse(), scope);
                return;
            }
            rung = next;
        }
    }

    private void handler(Node.Handler handler, Scope scope) {
        expressions.read(handler.type(), scope);
        if (handler.name() != null) {
            bind(handler.name().id(), handler.name().start(), How.EXCEPT, handler, scope);
        }
        block(handler.body(), scope);
    }

    private void function(Stmt.FunctionDef f, Scope outer) {
        f.decorators().forEach(d -> expressions.read(d, outer));
        bind(f.name().id(), f.name().start(), How.DEF, f, outer);
        expressions.readDefaults(f.args(), outer);
        Scope header = typeParameters(f, f.name(), outer);
        f.args().parameters().forEach(p -> expressions.read(p.annotation(), header));
        expressions.read(f.returns(), header);
        Scope inner = new Scope(Kind.FUNCTION, f, f.name().id(), header);
        expressions.bindParameters(f.args(), inner);
        block(f.body(), inner);
    }

    private void classDefinition(Stmt.ClassDef c, Scope outer) {
        c.decorators().forEach(d -> expressions.read(d, outer));
        bind(c.name().id(), c.name().start(), How.CLASS, c, outer);
        Scope header = typeParameters(c, c.name(), outer);
        c.bases().forEach(b -> expressions.read(b, header));
        c.keywords().forEach(k -> expressions.read(k.value(), header));
        block(c.body(), new Scope(Kind.CLASS, c, c.name().id(), header));
    }

    private void typeAlias(Stmt.TypeAlias alias, Scope outer) {
        bind(alias.name().id(), alias.name().start(), How.TYPE, alias, outer);
        expressions.read(alias.value(), typeParameters(alias, alias.name(), outer));
    }

    /// A scope of its own for {@code [T, *Ts]} after a name; the outer scope itself where there are none.
    private Scope typeParameters(Node node, Stmt.Identifier name, Scope outer) {
        int after = name.end();
        String text = parsed.source().text();
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        if (after >= text.length() || text.charAt(after) != '[') {
            return outer;
        }
        Cursor cursor = new Cursor(PythonTokenizer.tokenizeExpression(text, after, node.end()).all());
        Scope scope = new Scope(Kind.TYPE_PARAMETERS, node, "<type parameters>", outer);
        try {
            ExpressionParser parser = new ExpressionParser(text, cursor, 0);
            new TypeParameterParser(cursor, parser).skip().forEach(t -> bind(t.id(), t.start(), How.TYPE, node, scope));
        } catch (Unparsed reportedByTheParser) {
            return outer;
        }
        return scope;
    }

    private void importFrom(Stmt.ImportFrom statement, Scope scope) {
        for (Node.Alias alias : statement.names()) {
            if (alias.name().equals("*")) {
                scope.importStar(".".repeat(statement.level()) + statement.module());
            } else {
                bind(alias.bound(true), alias.start(), How.FROM_IMPORT, alias, scope);
            }
        }
    }

    private void declare(String name, Stmt node, How how, Scope scope) {
        scope.bind(new Binding(name, node.start(), how, node));
        if (how == How.GLOBAL) {
            scope.declareGlobal(name);
        } else {
            scope.declareNonlocal(name);
        }
    }

    private void bind(String name, int offset, How how, Node node, Scope scope) {
        expressions.record(new Binding(name, offset, how, node), scope);
    }
}
