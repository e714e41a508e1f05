package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// When something dangerous is done, and with what: the conditions round a use and the values of the names it takes. The same call under
/// another condition, or with another value in its variable, is another deed.
final class Circumstances {
    private static final int LONGEST_WAY = 60;
    private static final Set<String> ADDING = Set.of("append", "extend", "insert", "add", "update");

    private final Parsed parsed;
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    Circumstances(Parsed parsed) {
        this.parsed = parsed;
        Tree.walk(parsed.module()).forEach(node -> {
            switch (node) {
                case Stmt.Assign a -> a.targets().forEach(t -> given(t, a.value()));
                case Stmt.AugAssign a -> given(a.target(), a.value());
                case Stmt.AnnAssign a when a.value() != null -> given(a.target(), a.value());
                case Stmt.For f -> given(f.target(), f.iter());
                case Node.Comprehension c -> given(c.target(), c.iter());
                case Stmt.Return r when r.value() != null -> returned(r);
                case Expr.Call c when c.function() instanceof Expr.Attribute a && ADDING.contains(a.attr()) -> c.args().forEach(v -> given(a.value(), v));
                case Node.Parameter p when p.defaultValue() != null -> record(p.name(), p.defaultValue());
                case Node _ -> { }
            }
        });
    }

    private void given(Expr target, Expr value) {
        switch (target) {
            case Expr.Name n -> record(n.id(), value);
            case Expr.Attribute a -> record(a.attr(), value);
            case Expr.Subscript s -> given(s.value(), value);
            case Expr.Starred s -> given(s.value(), value);
            case Expr.TupleExpr t -> t.elements().forEach(e -> given(e, value));
            case Expr.ListExpr l -> l.elements().forEach(e -> given(e, value));
            case Expr _ -> { }
        }
    }

    private void returned(Stmt.Return statement) {
        Tree.pathTo(parsed.module(), statement.start()).reversed().stream().filter(Stmt.FunctionDef.class::isInstance).findFirst()
                .ifPresent(f -> record(((Stmt.FunctionDef) f).name().id(), Objects.requireNonNull(statement.value())));
    }

    private void record(String name, Expr value) {
        values.computeIfAbsent(name, _ -> new TreeSet<>()).add(text(value));
        names.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(namesIn(value));
    }

    /// Words that are the same for two uses only if they are done under the same conditions and with the same values.
    String of(Node use) {
        Set<String> told = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(namesIn(use));
        List<Node> path = Tree.pathTo(parsed.module(), use.start());
        for (int i = 0; i + 1 < path.size(); i++) {
            condition(path.get(i), path.get(i + 1), told, open);
        }
        Set<String> seen = new TreeSet<>();
        while (!open.isEmpty() && seen.size() < LONGEST_WAY) {
            String name = open.pop();
            if (seen.add(name)) {
                values.getOrDefault(name, Set.of()).forEach(v -> told.add(name + " = " + v));
                open.addAll(names.getOrDefault(name, Set.of()));
            }
        }
        return told.isEmpty() ? "" : " given " + String.join("; ", told);
    }

    private void condition(Node outer, Node inner, Set<String> told, Deque<String> open) {
        switch (outer) {
            case Stmt.If i when !inner.equals(i.test()) -> asked(i.orElse().contains(inner) ? "else " : "if ", i.test(), told, open);
            case Stmt.While w when !inner.equals(w.test()) -> asked("while ", w.test(), told, open);
            case Stmt.FunctionDef f -> turnedBack(f.body(), inner, told, open);
            case Stmt.For f -> turnedBack(f.body(), inner, told, open);
            case Node _ -> { }
        }
    }

    // What is left early never gets there: "if dry_run: return" is a condition of all that follows.
    private void turnedBack(List<Stmt> body, Node until, Set<String> told, Deque<String> open) {
        for (Stmt statement : body) {
            if (statement.start() >= until.start()) {
                return;
            }
            if (statement instanceof Stmt.If i && leaves(i.body().getLast())) {
                asked("unless ", i.test(), told, open);
            } else if (statement instanceof Stmt.Assert a) {
                asked("assert ", a.test(), told, open);
            }
        }
    }

    private static boolean leaves(Stmt last) {
        return last instanceof Stmt.Return || last instanceof Stmt.Raise || last instanceof Stmt.Continue || last instanceof Stmt.Break;
    }

    private void asked(String how, Expr test, Set<String> told, Deque<String> open) {
        told.add(how + text(test));
        open.addAll(namesIn(test));
    }

    private static Set<String> namesIn(Node node) {
        Set<String> found = new TreeSet<>();
        Tree.walk(node).forEach(n -> {
            if (n instanceof Expr.Name name) {
                found.add(name.id());
            } else if (n instanceof Expr.Attribute attribute) {
                found.add(attribute.attr());
            }
        });
        return found;
    }

    private String text(Node node) {
        return parsed.source().text().substring(node.start(), node.end()).replaceAll("\\s+", " ");
    }
}
