package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The symbol tables of a file and Python's rules for finding a name in them.
public final class Scopes {
    private final Scope module;

    private Scopes(Scope module) {
        this.module = module;
    }

    public static Scopes of(Parsed parsed) {
        return new Scopes(new ScopeBuilder(parsed).build());
    }

    /// A place where a name is read.
    public record Use(String name, int offset, Scope scope) {}

    public Scope module() {
        return module;
    }

    /// All scopes, the module first, each before those inside it.
    public List<Scope> all() {
        List<Scope> all = new ArrayList<>(List.of(module));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children());
        }
        return all;
    }

    /// The innermost scope whose names code at the offset would use. Decorators, default values, base classes and the first iterable of a
    /// comprehension belong to the scope outside.
    public Scope at(int offset) {
        Scope scope = module;
        while (true) {
            Optional<Scope> inner = scope.children().stream().filter(s -> holds(s, offset)).findFirst();
            if (inner.isEmpty()) {
                return scope;
            }
            scope = inner.get();
        }
    }

    /// The innermost function around the offset, lambdas and comprehensions passed over.
    public Optional<Scope> functionAt(int offset) {
        Scope scope = at(offset);
        while (scope.kind() != Scope.Kind.FUNCTION) {
            if (scope.parent().isEmpty()) {
                return Optional.empty();
            }
            scope = scope.parent().get();
        }
        return Optional.of(scope);
    }

    private static boolean holds(Scope scope, int offset) {
        return switch (scope.node()) {
            case Stmt.FunctionDef f when scope.kind() == Scope.Kind.FUNCTION -> isParameter(f.args(), offset)
                    || within(Math.max(f.args().end(), f.returns() == null ? f.name().end() : f.returns().end()), f.end(), offset);
            case Stmt.ClassDef c when scope.kind() == Scope.Kind.CLASS -> within(headerEnd(c), c.end(), offset);
            case Expr.Lambda l -> isParameter(l.args(), offset) || within(l.body().start(), l.end(), offset);
            case Expr.Comp c -> within(c.start(), c.end(), offset) && !isIn(c.generators().getFirst().iter(), offset);
            case Node n -> within(n.start(), n.end(), offset);
        };
    }

    private static int headerEnd(Stmt.ClassDef c) {
        int bases = c.bases().isEmpty() ? c.name().end() : c.bases().getLast().end();
        return c.keywords().isEmpty() ? bases : Math.max(bases, c.keywords().getLast().end());
    }

    private static boolean isParameter(Node.Arguments arguments, int offset) {
        return arguments.parameters().stream().anyMatch(p -> within(p.start(), p.start() + p.name().length(), offset));
    }

    private static boolean isIn(Node node, int offset) {
        return within(node.start(), node.end(), offset);
    }

    private static boolean within(int start, int end, int offset) {
        return start <= offset && offset < end;
    }

    /// Where code at the offset would find the name; empty when nowhere in the file. Builtins and star imports are not looked into.
    public Optional<Scope> resolve(String name, int offset) {
        return resolve(name, at(offset));
    }

    /// Where code of the scope would find the name.
    public Optional<Scope> resolve(String name, Scope from) {
        return chain(from, name).stream().filter(s -> s.gives(name)).findFirst();
    }

    /// The scopes in which Python looks for the name, innermost first.
    private List<Scope> chain(Scope from, String name) {
        if (from.globals().contains(name)) {
            return List.of(module);
        }
        List<Scope> chain = new ArrayList<>();
        boolean classVisible = true;
        for (Optional<Scope> next = Optional.of(from); next.isPresent(); next = next.get().parent()) {
            Scope scope = next.get();
            if (scope.globals().contains(name) && scope != from) {
                chain.add(module);
                return chain;
            }
            if (!scope.isClass() || classVisible) {
                chain.add(scope);
            }
            classVisible &= scope.kind() == Scope.Kind.TYPE_PARAMETERS;
        }
        return chain;
    }

    /// All names of the file that code at the offset can use, innermost scope first; builtins are not among them.
    public Set<String> visibleNames(int offset) {
        Scope from = at(offset);
        Set<String> names = new LinkedHashSet<>();
        boolean classVisible = true;
        for (Optional<Scope> next = Optional.of(from); next.isPresent(); next = next.get().parent()) {
            Scope scope = next.get();
            if (!scope.isClass() || classVisible) {
                scope.bindings().keySet().stream().filter(scope::gives).forEach(names::add);
            }
            classVisible &= scope.kind() == Scope.Kind.TYPE_PARAMETERS;
        }
        from.globals().stream().filter(module::gives).forEach(names::add);
        return names;
    }

    /// Whether any scope of the file gives the name a value.
    public boolean isBoundAnywhere(String name) {
        return all().stream().anyMatch(s -> s.gives(name));
    }

    /// Whether some {@code from m import *} may bind names that are not seen here.
    public boolean hasStarImport() {
        return all().stream().anyMatch(s -> !s.starImports().isEmpty());
    }

    /// Every read of a name that is found in no scope visible from it and is no builtin, in the order of the source. Where
    /// {@link #hasStarImport()} holds, some of them may come from that import.
    public List<Use> unresolvedNames() {
        List<Use> unresolved = new ArrayList<>();
        for (Scope scope : all()) {
            scope.uses().forEach((name, offsets) -> {
                if (!Builtins.contains(name) && resolve(name, scope).isEmpty()) {
                    offsets.forEach(offset -> unresolved.add(new Use(name, offset, scope)));
                }
            });
        }
        unresolved.sort(java.util.Comparator.comparingInt(Use::offset));
        return unresolved;
    }
}
