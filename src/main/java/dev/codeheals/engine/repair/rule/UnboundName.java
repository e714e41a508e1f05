package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name read before its own scope has given it a value.
///
/// @param name  the name
/// @param scope the function or module that binds it
/// @param read  the failing read; for {@code x += 1} its target
record UnboundName(String name, Scope scope, Expr.Name read) {
    private static final Pattern LOCAL = Pattern.compile("local variable '(\\w+)' referenced before assignment"
            + "|cannot access local variable '(\\w+)' where it is not associated with a value");
    private static final Pattern GLOBAL = Pattern.compile("name '(\\w+)' is not defined");

    /// Empty if the fault is another one, or the name is not bound in the scope of the failing line.
    static Optional<UnboundName> of(Fault fault) {
        Optional<Matcher> local = fault.says("UnboundLocalError", LOCAL);
        Optional<String> name = local.isPresent() ? local.map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                : fault.says("NameError", GLOBAL).map(m -> m.group(1));
        return name.flatMap(n -> of(fault, n));
    }

    private static Optional<UnboundName> of(Fault fault, String name) {
        List<Expr.Name> named = fault.expressions(Expr.Name.class).stream().filter(e -> e.id().equals(name)).toList();
        Optional<Expr.Name> read = named.stream().filter(e -> !isSet(fault, e)).findFirst().or(() -> named.stream().findFirst());
        return read.flatMap(r -> fault.scopes().resolve(name, r.start())
                .filter(s -> s.kind() == Scope.Kind.FUNCTION || s.kind() == Scope.Kind.MODULE).map(s -> new UnboundName(name, s, r)));
    }

    private static boolean isSet(Fault fault, Expr.Name name) {
        return fault.scopes().resolve(name.id(), name.start()).stream().flatMap(s -> s.bindings(name.id()).stream())
                .anyMatch(b -> b.offset() == name.start() && b.how() != Scope.How.AUGMENTED);
    }

    boolean isLocal() {
        return scope.kind() == Scope.Kind.FUNCTION;
    }

    List<Scope.Binding> bindings() {
        return scope.bindings(name);
    }

    /// Whether every value it gets is made from its own old value, so that it lacks a first one.
    boolean onlyGrows(Fault fault) {
        return bindings().stream().filter(Scope.Binding::gives).allMatch(b -> b.how() == Scope.How.AUGMENTED
                || (b.how() == Scope.How.ASSIGN && readsItself(fault, b.offset())));
    }

    private boolean readsItself(Fault fault, int offset) {
        return fault.tree().enclosing(Stmt.Assign.class, offset).filter(a -> mentions(a.value())).isPresent();
    }

    private boolean mentions(Node node) {
        return Tree.walk(node).anyMatch(n -> n instanceof Expr.Name e && e.id().equals(name));
    }

    /// The value of an assignment that binds it; empty for other bindings.
    static Optional<Expr> assigned(Fault fault, Scope.Binding binding) {
        return switch (binding.how()) {
            case ASSIGN -> fault.tree().enclosing(Stmt.Assign.class, binding.offset()).filter(a -> a.targets().getFirst() instanceof Expr.Name)
                    .map(Stmt.Assign::value);
            case AUGMENTED -> fault.tree().enclosing(Stmt.AugAssign.class, binding.offset()).map(Stmt.AugAssign::value);
            case PARAMETER, ANNOTATION, FOR, WITH, IMPORT, FROM_IMPORT, DEF, CLASS, EXCEPT, GLOBAL, NONLOCAL, WALRUS, COMPREHENSION, MATCH, DEL, TYPE,
                 BROKEN -> Optional.empty();
        };
    }
}
