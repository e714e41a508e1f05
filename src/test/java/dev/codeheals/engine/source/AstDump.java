package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes our tree in the form in which {@code dump_ast.py} writes CPython's.
final class AstDump {
    private final List<String> out = new ArrayList<>();
    private final boolean exactFormatStrings;
    private int blind;

    private AstDump(boolean exactFormatStrings) {
        this.exactFormatStrings = exactFormatStrings;
    }

    static List<String> of(Node.Module module, boolean exactFormatStrings) {
        AstDump dump = new AstDump(exactFormatStrings);
        dump.all(0, module.body());
        return dump.out;
    }

    private void line(int depth, String kind, @Nullable Node node, String detail) {
        String where = node == null || blind > 0 ? "" : " " + node.start() + " " + node.end();
        out.add(depth + " " + kind + where + (detail.isEmpty() ? "" : " " + detail));
    }

    private void one(int depth, @Nullable Node node) {
        if (node == null) {
            line(depth, "-", null, "");
        } else {
            node(depth, node);
        }
    }

    private void all(int depth, List<? extends @Nullable Node> nodes) {
        line(depth, "[" + nodes.size(), null, "");
        nodes.forEach(n -> one(depth + 1, n));
    }

    private void node(int depth, Node node) {
        int d = depth + 1;
        switch (node) {
            case Expr expr -> expression(depth, expr);
            case Stmt stmt -> statement(depth, stmt);
            case Node.Module m -> all(depth, m.body());
            case Node.Comprehension c -> {
                line(depth, "comprehension", null, c.async() ? "async" : "");
                one(d, c.target());
                one(d, c.iter());
                all(d, c.ifs());
            }
            case Node.Handler h -> {
                line(depth, "ExceptHandler", h, h.name() == null ? "" : h.name().id());
                one(d, h.type());
                all(d, h.body());
            }
            case Node.Arguments a -> a.parameters().forEach(p -> node(depth, p));
            case Node.Parameter p -> {
                line(depth, "Parameter" + (blind > 0 ? "" : " " + p.start()), null, p.kind() + " " + p.name());
                one(d, p.annotation());
                one(d, p.defaultValue());
            }
            case Node.Keyword k -> {
                line(depth, "keyword", k, k.name() == null ? "**" : k.name());
                one(d, k.value());
            }
            case Node.Alias a -> line(depth, "alias", a, a.name() + (a.asName() == null ? "" : " as " + a.asName()));
            case Node.WithItem w -> {
                line(depth, "withitem", null, "");
                one(d, w.context());
                one(d, w.target());
            }
            case Node.MatchCase c -> {
                line(depth, "match_case", null, "");
                pattern(d, c.pattern());
                one(d, c.guard());
                all(d, c.body());
            }
        }
    }

    private void fields(int depth, String kind, Node node, String detail, @Nullable Object... fields) {
        line(depth, kind, node, detail);
        for (Object field : Arrays.asList(fields)) {
            if (field instanceof List<?> list) {
                line(depth + 1, "[" + list.size(), null, "");
                list.forEach(n -> one(depth + 2, (Node) n));
            } else {
                one(depth + 1, (Node) field);
            }
        }
    }

    private void statement(int depth, Stmt stmt) {
        switch (stmt) {
            case Stmt.FunctionDef f -> {
                line(depth, "FunctionDef", f, f.name().id() + (f.async() ? " async" : ""));
                all(depth + 1, f.decorators());
                node(depth + 1, f.args());
                one(depth + 1, f.returns());
                all(depth + 1, f.body());
            }
            case Stmt.ClassDef c -> fields(depth, "ClassDef", c, c.name().id(), c.decorators(), c.bases(), c.keywords(), c.body());
            case Stmt.Return r -> fields(depth, "Return", r, "", r.value());
            case Stmt.Delete x -> fields(depth, "Delete", x, "", x.targets());
            case Stmt.Assign a -> fields(depth, "Assign", a, "", a.targets(), a.value());
            case Stmt.AugAssign a -> fields(depth, "AugAssign", a, a.op(), a.target(), a.value());
            case Stmt.AnnAssign a -> fields(depth, "AnnAssign", a, "", a.target(), a.annotation(), a.value());
            case Stmt.For f -> fields(depth, "For", f, f.async() ? "async" : "", f.target(), f.iter(), f.body(), f.orElse());
            case Stmt.While w -> fields(depth, "While", w, "", w.test(), w.body(), w.orElse());
            case Stmt.If i -> fields(depth, "If", i, "", i.test(), i.body(), i.orElse());
            case Stmt.With w -> fields(depth, "With", w, w.async() ? "async" : "", w.items(), w.body());
            case Stmt.Raise r -> fields(depth, "Raise", r, "", r.exception(), r.cause());
            case Stmt.Try t -> fields(depth, "Try", t, "", t.body(), t.handlers(), t.orElse(), t.finalBody());
            case Stmt.Assert a -> fields(depth, "Assert", a, "", a.test(), a.message());
            case Stmt.Import i -> fields(depth, "Import", i, "", i.names());
            case Stmt.ImportFrom i -> fields(depth, "ImportFrom", i, i.level() + " " + i.module(), i.names());
            case Stmt.Global g -> line(depth, "Global", g, String.join(" ", g.names()));
            case Stmt.Nonlocal n -> line(depth, "Nonlocal", n, String.join(" ", n.names()));
            case Stmt.ExprStmt e -> fields(depth, "ExprStmt", e, "", e.value());
            case Stmt.Pass p -> line(depth, "Pass", p, "");
            case Stmt.Break b -> line(depth, "Break", b, "");
            case Stmt.Continue c -> line(depth, "Continue", c, "");
            case Stmt.Match m -> fields(depth, "Match", m, "", m.subject(), m.cases());
            case Stmt.TypeAlias t -> fields(depth, "TypeAlias", t, t.name().id(), t.value());
            case Stmt.Broken b -> line(depth, "Broken", b, b.message());
        }
    }

    private void expression(int depth, Expr expr) {
        switch (expr) {
            case Expr.Name n -> line(depth, "Name", n, n.id());
            case Expr.Constant c -> constant(depth, c);
            case Expr.JoinedStr s -> joined(depth, s);
            case Expr.Formatted f -> {
                line(depth, "Formatted", f, f.conversion() == null ? "" : f.conversion());
                one(depth + 1, f.value());
                if (f.format() == null) {
                    one(depth + 1, null);
                } else {
                    line(depth + 1, "format", null, "");
                    all(depth + 2, f.format().parts());
                }
            }
            case Expr.Attribute a -> fields(depth, "Attribute", a, a.attr(), a.value());
            case Expr.Subscript s -> fields(depth, "Subscript", s, "", s.value(), s.index());
            case Expr.Slice s -> fields(depth, "Slice", s, "", s.lower(), s.upper(), s.step());
            case Expr.Call c -> fields(depth, "Call", c, "", c.function(), c.args(), c.keywords());
            case Expr.BinOp b -> fields(depth, "BinOp", b, b.op(), b.left(), b.right());
            case Expr.UnaryOp u -> fields(depth, "UnaryOp", u, u.op(), u.operand());
            case Expr.BoolOp b -> fields(depth, "BoolOp", b, b.op(), b.values());
            case Expr.Compare c -> fields(depth, "Compare", c, String.join(", ", c.ops()), c.left(), c.comparators());
            case Expr.IfExp i -> fields(depth, "IfExp", i, "", i.test(), i.body(), i.orElse());
            case Expr.Lambda l -> {
                line(depth, "Lambda", l, "");
                node(depth + 1, l.args());
                one(depth + 1, l.body());
            }
            case Expr.ListExpr l -> fields(depth, "List", l, "", l.elements());
            case Expr.TupleExpr t -> fields(depth, "Tuple", t, "", t.elements());
            case Expr.SetExpr s -> fields(depth, "Set", s, "", s.elements());
            case Expr.DictExpr x -> fields(depth, "Dict", x, "", x.keys(), x.values());
            case Expr.Comp c -> {
                line(depth, "Comp", c, c.kind().toString());
                one(depth + 1, c.element());
                if (c.value() != null) {
                    one(depth + 1, c.value());
                }
                c.generators().forEach(g -> node(depth + 1, g));
            }
            case Expr.Starred s -> fields(depth, "Starred", s, "", s.value());
            case Expr.Await a -> fields(depth, "Await", a, "", a.value());
            case Expr.Yield y -> fields(depth, y.from() ? "YieldFrom" : "Yield", y, "", y.value());
            case Expr.NamedExpr n -> fields(depth, "NamedExpr", n, "", n.target(), n.value());
            case Expr.Broken b -> line(depth, "Broken", b, "");
        }
    }

    private void joined(int depth, Expr.JoinedStr s) {
        line(depth, "JoinedStr", s, "");
        blind += exactFormatStrings ? 0 : 1;
        all(depth + 1, s.parts());
        blind -= exactFormatStrings ? 0 : 1;
    }

    private void constant(int depth, Expr.Constant c) {
        boolean text = c.kind() == Expr.ConstantKind.STRING || c.kind() == Expr.ConstantKind.BYTES;
        line(depth, "Constant", c, c.kind() + (text ? " " + json(c.value()) : ""));
    }

    private void pattern(int depth, Expr pattern) {
        int d = depth + 1;
        switch (pattern) {
            case Expr.TupleExpr t -> patterns(depth, "Tuple", t, t.elements());
            case Expr.ListExpr l -> patterns(depth, "List", l, l.elements());
            case Expr.BinOp b when b.op().equals("|") -> patterns(depth, "Or", b, alternatives(b));
            case Expr.Starred s -> {
                line(depth, "Starred", s, "");
                line(d, "Name", null, ((Expr.Name) s.value()).id());
            }
            case Expr.NamedExpr n -> {
                line(depth, "NamedExpr", n, "");
                line(d, "Name", null, n.target().id());
                pattern(d, n.value());
            }
            case Expr.DictExpr x -> {
                line(depth, "Dict", x, "");
                all(d, x.keys());
                line(d, "[" + x.values().size(), null, "");
                for (int i = 0; i < x.values().size(); i++) {
                    if (x.keys().get(i) == null) {
                        line(d + 1, "Name", null, ((Expr.Name) x.values().get(i)).id());
                    } else {
                        pattern(d + 1, x.values().get(i));
                    }
                }
            }
            case Expr.Call c -> {
                line(depth, "Call", c, "");
                one(d, c.function());
                line(d, "[" + c.args().size(), null, "");
                c.args().forEach(a -> pattern(d + 1, a));
                line(d, "[" + c.keywords().size(), null, "");
                c.keywords().forEach(k -> {
                    line(d + 1, "keyword", null, String.valueOf(k.name()));
                    pattern(d + 2, k.value());
                });
            }
            case Expr e -> expression(depth, e);
        }
    }

    private void patterns(int depth, String kind, Node node, List<Expr> elements) {
        line(depth, kind, node, "");
        line(depth + 1, "[" + elements.size(), null, "");
        elements.forEach(e -> pattern(depth + 2, e));
    }

    private static List<Expr> alternatives(Expr.BinOp or) {
        List<Expr> found = new ArrayList<>();
        Expr rest = or;
        // An alternative in parentheses is one of its own.
        while (rest instanceof Expr.BinOp b && b.op().equals("|") && b.start() == or.start()) {
            found.add(b.right());
            rest = b.left();
        }
        found.add(rest);
        Collections.reverse(found);
        return found;
    }

    private static String json(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < 32 || c > 126 ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
