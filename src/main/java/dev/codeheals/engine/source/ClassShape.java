package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a class has of its own: methods, class attributes, and attributes its methods give to {@code self}.
///
/// @param bases the base classes as written, dotted; those that are no names (calls, subscripts) by what they are made from
public record ClassShape(Stmt.ClassDef node, List<Member> members, List<String> bases) {
    public enum Kind { METHOD, STATIC_METHOD, CLASS_METHOD, PROPERTY, CLASS_ATTRIBUTE, INSTANCE_ATTRIBUTE, NESTED_CLASS }

    /// @param node the definition, or the target that is assigned
    public record Member(String name, Kind kind, Node node) {}

    public static ClassShape of(Stmt.ClassDef definition) {
        List<Member> members = new ArrayList<>();
        body(definition.body(), members);
        List<String> bases = definition.bases().stream().flatMap(b -> dotted(b).stream()).toList();
        return new ClassShape(definition, List.copyOf(members), bases);
    }

    public String name() {
        return node.name().id();
    }

    /// The names of all members, each once.
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        members.forEach(m -> names.add(m.name()));
        return names;
    }

    public Optional<Member> member(String name) {
        return members.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    public Optional<Stmt.FunctionDef> method(String name) {
        return members.stream().filter(m -> m.name().equals(name) && m.node() instanceof Stmt.FunctionDef)
                .map(m -> (Stmt.FunctionDef) m.node()).findFirst();
    }

    /// What calling the class takes by its own {@code __init__}, or by its annotated fields when it is a dataclass; empty when it has
    /// neither.
    public Optional<Signature> constructor() {
        Optional<Stmt.FunctionDef> init = method("__init__");
        if (init.isPresent()) {
            return init.map(f -> new Signature(name(), Signature.of(f).bound().parameters()));
        }
        return isDataclass() ? Optional.of(new Signature(name(), fields())) : Optional.empty();
    }

    public boolean isDataclass() {
        return node.decorators().stream().flatMap(d -> dotted(d).stream()).anyMatch(d -> d.equals("dataclass") || d.endsWith(".dataclass"));
    }

    private List<Node.Parameter> fields() {
        List<Node.Parameter> fields = new ArrayList<>();
        for (Stmt statement : node.body()) {
            if (statement instanceof Stmt.AnnAssign a && a.target() instanceof Expr.Name name
                    && !dotted(a.annotation()).map(d -> d.endsWith("ClassVar")).orElse(false)) {
                fields.add(new Node.Parameter(a.start(), a.end(), name.id(), Node.ParameterKind.POSITIONAL, a.annotation(), a.value()));
            }
        }
        return fields;
    }

    /// {@code a.b.c} for a name, an attribute, or what is called or subscripted; empty for anything else.
    public static Optional<String> dotted(Expr expr) {
        return switch (expr) {
            case Expr.Name name -> Optional.of(name.id());
            case Expr.Attribute attribute -> dotted(attribute.value()).map(v -> v + "." + attribute.attr());
            case Expr.Call call -> dotted(call.function());
            case Expr.Subscript subscript -> dotted(subscript.value());
            default -> Optional.empty();
        };
    }

    private static void body(List<Stmt> body, List<Member> members) {
        for (Stmt statement : body) {
            switch (statement) {
                case Stmt.FunctionDef f -> method(f, members);
                case Stmt.ClassDef c -> members.add(new Member(c.name().id(), Kind.NESTED_CLASS, c));
                case Stmt.Assign a -> a.targets().forEach(t -> classAttribute(t, members));
                case Stmt.AnnAssign a -> classAttribute(a.target(), members);
                default -> Blocks.in(statement).forEach(b -> body(b, members));
            }
        }
    }

    private static void classAttribute(Expr target, List<Member> members) {
        switch (target) {
            case Expr.Name name -> members.add(new Member(name.id(), Kind.CLASS_ATTRIBUTE, name));
            case Expr.TupleExpr tuple -> tuple.elements().forEach(e -> classAttribute(e, members));
            case Expr.ListExpr list -> list.elements().forEach(e -> classAttribute(e, members));
            default -> { }
        }
    }

    private static void method(Stmt.FunctionDef f, List<Member> members) {
        Kind kind = kind(f);
        members.add(new Member(f.name().id(), kind, f));
        if (kind == Kind.STATIC_METHOD || f.args().parameters().isEmpty()) {
            return;
        }
        String self = f.args().parameters().getFirst().name();
        Kind given = kind == Kind.CLASS_METHOD ? Kind.CLASS_ATTRIBUTE : Kind.INSTANCE_ATTRIBUTE;
        f.body().stream().flatMap(Tree::walk).flatMap(n -> targets(n).stream())
                .forEach(t -> attributesOf(self, t, given, members));
    }

    private static Kind kind(Stmt.FunctionDef f) {
        for (Expr decorator : f.decorators()) {
            String name = dotted(decorator).orElse("");
            String last = name.substring(name.lastIndexOf('.') + 1);
            switch (last) {
                case "staticmethod" -> {
                    return Kind.STATIC_METHOD;
                }
                case "classmethod" -> {
                    return Kind.CLASS_METHOD;
                }
                case "property", "cached_property", "setter", "getter", "deleter", "hybrid_property" -> {
                    return Kind.PROPERTY;
                }
                default -> { }
            }
        }
        return Kind.METHOD;
    }

    private static List<Expr> targets(Node node) {
        return switch (node) {
            case Stmt.Assign a -> a.targets();
            case Stmt.AugAssign a -> List.of(a.target());
            case Stmt.AnnAssign a -> List.of(a.target());
            case Stmt.For f -> List.of(f.target());
            case Node.WithItem w when w.target() != null -> List.of(w.target());
            case Node _ -> List.of();
        };
    }

    private static void attributesOf(String self, Expr target, Kind kind, List<Member> members) {
        switch (target) {
            case Expr.Attribute a when a.value() instanceof Expr.Name n && n.id().equals(self) -> members.add(new Member(a.attr(), kind, a));
            case Expr.TupleExpr tuple -> tuple.elements().forEach(e -> attributesOf(self, e, kind, members));
            case Expr.ListExpr list -> list.elements().forEach(e -> attributesOf(self, e, kind, members));
            case Expr.Starred starred -> attributesOf(self, starred.value(), kind, members);
            default -> { }
        }
    }
}
