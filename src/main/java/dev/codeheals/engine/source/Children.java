package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The direct children of each kind of node.
final class Children {
    private final List<Node> found = new ArrayList<>();

    private Children() {}

    static List<Node> of(Node node) {
        Children children = new Children();
        switch (node) {
            case Expr expr -> children.expression(expr);
            case Stmt stmt -> children.statement(stmt);
            case Node.Module module -> children.all(module.body());
            case Node.Comprehension c -> children.one(c.target()).one(c.iter()).all(c.ifs());
            case Node.Handler handler -> children.one(handler.type()).all(handler.body());
            case Node.Arguments arguments -> children.all(arguments.parameters());
            case Node.Parameter parameter -> children.one(parameter.annotation()).one(parameter.defaultValue());
            case Node.Keyword keyword -> children.one(keyword.value());
            case Node.Alias _ -> { }
            case Node.WithItem item -> children.one(item.context()).one(item.target());
            case Node.MatchCase matchCase -> children.one(matchCase.pattern()).one(matchCase.guard()).all(matchCase.body());
        }
        return List.copyOf(children.found);
    }

    private Children one(@Nullable Node node) {
        if (node != null) {
            found.add(node);
        }
        return this;
    }

    private Children all(List<? extends Node> nodes) {
        found.addAll(nodes);
        return this;
    }

    private void statement(Stmt stmt) {
        switch (stmt) {
            case Stmt.FunctionDef f -> all(f.decorators()).one(f.args()).one(f.returns()).all(f.body());
            case Stmt.ClassDef c -> merged(all(c.decorators()), c.bases(), c.keywords()).all(c.body());
            case Stmt.Return r -> one(r.value());
            case Stmt.Delete d -> all(d.targets());
            case Stmt.Assign a -> all(a.targets()).one(a.value());
            case Stmt.AugAssign a -> one(a.target()).one(a.value());
            case Stmt.AnnAssign a -> one(a.target()).one(a.annotation()).one(a.value());
            case Stmt.For f -> one(f.target()).one(f.iter()).all(f.body()).all(f.orElse());
            case Stmt.While w -> one(w.test()).all(w.body()).all(w.orElse());
            case Stmt.If i -> one(i.test()).all(i.body()).all(i.orElse());
            case Stmt.With w -> all(w.items()).all(w.body());
            case Stmt.Raise r -> one(r.exception()).one(r.cause());
            case Stmt.Try t -> all(t.body()).all(t.handlers()).all(t.orElse()).all(t.finalBody());
            case Stmt.Assert a -> one(a.test()).one(a.message());
            case Stmt.Import i -> all(i.names());
            case Stmt.ImportFrom i -> all(i.names());
            case Stmt.ExprStmt e -> one(e.value());
            case Stmt.Match m -> one(m.subject()).all(m.cases());
            case Stmt.TypeAlias t -> one(t.value());
            case Stmt.Global _, Stmt.Nonlocal _, Stmt.Pass _, Stmt.Break _, Stmt.Continue _, Stmt.Broken _ -> { }
        }
    }

    private void expression(Expr expr) {
        switch (expr) {
            case Expr.Name _, Expr.Constant _, Expr.Broken _ -> { }
            case Expr.JoinedStr s -> all(s.parts());
            case Expr.Formatted f -> one(f.value()).one(f.format());
            case Expr.Attribute a -> one(a.value());
            case Expr.Subscript s -> one(s.value()).one(s.index());
            case Expr.Slice s -> one(s.lower()).one(s.upper()).one(s.step());
            case Expr.Call c -> merged(one(c.function()), c.args(), c.keywords());
            case Expr.BinOp b -> one(b.left()).one(b.right());
            case Expr.UnaryOp u -> one(u.operand());
            case Expr.BoolOp b -> all(b.values());
            case Expr.Compare c -> one(c.left()).all(c.comparators());
            case Expr.IfExp i -> one(i.body()).one(i.test()).one(i.orElse());
            case Expr.Lambda l -> one(l.args()).one(l.body());
            case Expr.ListExpr l -> all(l.elements());
            case Expr.TupleExpr t -> all(t.elements());
            case Expr.SetExpr s -> all(s.elements());
            case Expr.DictExpr d -> dict(d);
            case Expr.Comp c -> one(c.element()).one(c.value()).all(c.generators());
            case Expr.Starred s -> one(s.value());
            case Expr.Await a -> one(a.value());
            case Expr.Yield y -> one(y.value());
            case Expr.NamedExpr n -> named(n);
        }
    }

    /// In a pattern {@code value as name} the name stands last.
    private void named(Expr.NamedExpr named) {
        boolean nameFirst = named.target().start() <= named.value().start();
        one(nameFirst ? named.target() : named.value()).one(nameFirst ? named.value() : named.target());
    }

    private void dict(Expr.DictExpr dict) {
        for (int i = 0; i < dict.values().size(); i++) {
            one(dict.keys().get(i)).one(dict.values().get(i));
        }
    }

    /// Positional and keyword arguments, which may alternate once a star is among them.
    private static Children merged(Children into, List<Expr> args, List<Node.Keyword> keywords) {
        int nextArg = 0;
        int nextKeyword = 0;
        while (nextArg < args.size() || nextKeyword < keywords.size()) {
            boolean arg = nextKeyword == keywords.size()
                    || (nextArg < args.size() && args.get(nextArg).start() < keywords.get(nextKeyword).start());
            into.one(arg ? args.get(nextArg++) : keywords.get(nextKeyword++));
        }
        return into;
    }
}
