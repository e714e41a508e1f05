package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One module of a project with all that is derived from its text, computed once.
public final class ModuleInfo {
    public enum Kind { FUNCTION, CLASS, VALUE, IMPORT }

    /// A name of the module's top level.
    ///
    /// @param node the definition, the target assigned or the import's alias
    public record Definition(String name, Kind kind, Node node) {}

    private final String name;
    private final Parsed parsed;
    private final Scopes scopes;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, ClassShape> classes = new LinkedHashMap<>();
    private final Set<String> imports = new LinkedHashSet<>();

    private ModuleInfo(String name, Parsed parsed) {
        this.name = name;
        this.parsed = parsed;
        this.scopes = Scopes.of(parsed);
        scopes.module().bindings().forEach((bound, places) -> places.stream().filter(Scope.Binding::gives).findFirst()
                .ifPresent(b -> definitions.put(bound, new Definition(bound, kind(b.how()), b.node()))));
        definitions.values().forEach(d -> {
            if (d.node() instanceof Stmt.ClassDef c) {
                classes.put(d.name(), ClassShape.of(c));
            }
        });
        collectImports();
    }

    static ModuleInfo of(String name, SourceFile source) {
        return new ModuleInfo(name, PythonParser.parse(source));
    }

    private static Kind kind(Scope.How how) {
        return switch (how) {
            case DEF -> Kind.FUNCTION;
            case CLASS -> Kind.CLASS;
            case IMPORT, FROM_IMPORT -> Kind.IMPORT;
            case PARAMETER, ASSIGN, ANNOTATION, AUGMENTED, FOR, WITH, EXCEPT, GLOBAL, NONLOCAL, WALRUS, COMPREHENSION, MATCH, DEL, TYPE,
                    BROKEN -> Kind.VALUE;
        };
    }

    /// The dotted name the project imports it by.
    public String name() {
        return name;
    }

    public String path() {
        return parsed.source().path();
    }

    public Parsed parsed() {
        return parsed;
    }

    public Scopes scopes() {
        return scopes;
    }

    /// The names of the top level that get a value, imported ones included, in the order of the source.
    public Map<String, Definition> definitions() {
        return java.util.Collections.unmodifiableMap(definitions);
    }

    public Map<String, ClassShape> classes() {
        return java.util.Collections.unmodifiableMap(classes);
    }

    public Optional<Stmt.FunctionDef> function(String wanted) {
        Definition found = definitions.get(wanted);
        return found != null && found.node() instanceof Stmt.FunctionDef f ? Optional.of(f) : Optional.empty();
    }

    /// The names listed in {@code __all__}; empty when there is none or it is no plain list.
    public Optional<List<String>> exported() {
        for (Stmt statement : parsed.module().body()) {
            if (statement instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name n && n.id().equals("__all__")) {
                return strings(a.value());
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> strings(Expr value) {
        List<Expr> elements = value instanceof Expr.ListExpr l ? l.elements() : value instanceof Expr.TupleExpr t ? t.elements() : null;
        if (elements == null) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        for (Expr element : elements) {
            if (element instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING) {
                found.add(c.value());
            }
        }
        return Optional.of(found);
    }

    /// Absolute names of all modules imported while this one is being imported, so not those imported inside functions.
    public Set<String> imports() {
        return java.util.Collections.unmodifiableSet(imports);
    }

    private void collectImports() {
        List<Node> open = new ArrayList<>(parsed.module().body());
        for (int i = 0; i < open.size(); i++) {
            switch (open.get(i)) {
                case Stmt.Import statement -> statement.names().forEach(a -> imports.add(a.name()));
                case Stmt.ImportFrom statement -> {
                    String module = absolute(statement);
                    imports.add(module);
                    statement.names().forEach(a -> imports.add(module.isEmpty() ? a.name() : module + "." + a.name()));
                }
                case Stmt.FunctionDef _ -> { }
                case Stmt.If guard when isTypeChecking(guard.test()) -> open.addAll(guard.orElse());
                case Node node -> Blocks.in(node).forEach(open::addAll);
            }
            if (open.get(i) instanceof Stmt.Try t) {
                t.handlers().forEach(h -> open.addAll(h.body()));
            }
        }
    }

    private static boolean isTypeChecking(Expr test) {
        return ClassShape.dotted(test).filter(d -> d.equals("TYPE_CHECKING") || d.endsWith(".TYPE_CHECKING")).isPresent();
    }

    /// The absolute name of the module a {@code from} import names.
    public String absolute(Stmt.ImportFrom statement) {
        if (statement.level() == 0) {
            return statement.module();
        }
        String base = path().endsWith("__init__.py") ? name + ".x" : name;
        for (int i = 0; i < statement.level() && !base.isEmpty(); i++) {
            base = base.indexOf('.') < 0 ? "" : base.substring(0, base.lastIndexOf('.'));
        }
        return base.isEmpty() ? statement.module() : statement.module().isEmpty() ? base : base + "." + statement.module();
    }
}
