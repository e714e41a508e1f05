package dev.codeheals.engine.guard;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the names of a file stand for: imported things by their full dotted names, and which names the file binds itself.
///
/// @param imported by local name
/// @param bound    assigned, defined or taken as parameter somewhere in the file
/// @param used     read or written anywhere
record Bindings(Map<String, String> imported, Set<String> bound, Set<String> used) {

    static Bindings of(Parsed parsed) {
        Map<String, String> imported = new HashMap<>();
        Set<String> bound = new HashSet<>();
        Set<String> used = new HashSet<>();
        Tree.walk(parsed.module()).forEach(node -> {
            switch (node) {
                case Stmt.Import i -> i.names().forEach(a -> imported.put(a.bound(false), a.asName() == null ? a.bound(false) : a.name()));
                case Stmt.ImportFrom f -> f.names().forEach(a -> imported.put(a.bound(true), ".".repeat(f.level())
                        + (f.module().isEmpty() ? "" : f.module() + ".") + a.name()));
                case Stmt.FunctionDef f -> bound.add(f.name().id());
                case Stmt.ClassDef c -> bound.add(c.name().id());
                case Node.Parameter p -> bound.add(p.name());
                case Stmt.Assign a -> a.targets().forEach(t -> targets(t, bound));
                case Stmt.AnnAssign a -> targets(a.target(), bound);
                case Stmt.For f -> targets(f.target(), bound);
                case Node.Comprehension c -> targets(c.target(), bound);
                case Node.WithItem w when w.target() != null -> targets(w.target(), bound);
                case Expr.Name n -> used.add(n.id());
                case Node _ -> { }
            }
        });
        return new Bindings(Map.copyOf(imported), Set.copyOf(bound), Set.copyOf(used));
    }

    private static void targets(Expr target, Set<String> bound) {
        Tree.walk(target).forEach(node -> {
            if (node instanceof Expr.Name n) {
                bound.add(n.id());
            }
        });
    }

    /// These bindings, knowing also imports that the other has and this one lacks: so that code whose import is missing reads like the
    /// same code with its import. Only under their own names: "import x as y" could make any name mean anything.
    Bindings withMissingImports(Bindings other) {
        Map<String, String> all = new HashMap<>(imported);
        other.imported().forEach((name, full) -> {
            boolean ownName = full.equals(name) || full.endsWith("." + name);
            if (ownName && !imported.containsKey(name) && !bound.contains(name)) {
                all.put(name, full);
            }
        });
        return new Bindings(Map.copyOf(all), bound, used);
    }

    /// The full name of a chain of names and attributes; empty if it begins with anything else, or with a name the file binds itself.
    Optional<String> dotted(Expr expression) {
        List<String> parts = new ArrayList<>();
        Expr at = expression;
        while (at instanceof Expr.Attribute a) {
            parts.addFirst(a.attr());
            at = a.value();
        }
        if (!(at instanceof Expr.Name name)) {
            return Optional.empty();
        }
        String full = imported.get(name.id());
        if (full == null && bound.contains(name.id())) {
            return Optional.empty();
        }
        parts.addFirst(full == null ? name.id() : full);
        return Optional.of(String.join(".", parts));
    }

    /// Whether the name, standing alone, is Python's own.
    boolean builtin(String name) {
        return !imported.containsKey(name) && !bound.contains(name);
    }
}
