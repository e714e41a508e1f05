package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Scope.Binding;
import dev.codeheals.engine.source.Scope.How;
import dev.codeheals.engine.source.Scope.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records the names an expression reads and binds.
final class ScopeExpressions {
    private final Scope module;

    ScopeExpressions(Scope module) {
        this.module = module;
    }

    /// A name declared global is bound in the module as well.
    void record(Binding binding, Scope scope) {
        scope.bind(binding);
        if (scope != module && scope.globals().contains(binding.name())) {
            module.bind(binding);
        }
    }

    /// Walks with a stack of its own: chains of operators may be deeper than Java's.
    void read(@Nullable Node root, Scope scope) {
        if (root == null) {
            return;
        }
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            switch (node) {
                case Expr.Name name -> scope.use(name.id(), name.start());
                case Expr.Lambda lambda -> lambda(lambda, scope);
                case Expr.Comp comp -> comprehension(comp, scope);
                case Expr.NamedExpr named -> {
                    bind(named.target(), How.WALRUS, walrusScope(scope));
                    open.push(named.value());
                }
                case Expr.Attribute attribute -> open.push(attribute.value());
                case Expr.Constant _ -> { }
                default -> node.children().reversed().forEach(open::push);
            }
        }
    }

    private static Scope walrusScope(Scope scope) {
        Scope found = scope;
        while (found.kind() == Kind.COMPREHENSION && found.parent().isPresent()) {
            found = found.parent().get();
        }
        return found;
    }

    void bind(Expr target, How how, Scope scope) {
        switch (target) {
            case Expr.Name name -> record(new Binding(name.id(), name.start(), how, name), scope);
            case Expr.Starred starred -> bind(starred.value(), how, scope);
            case Expr.TupleExpr tuple -> tuple.elements().forEach(e -> bind(e, how, scope));
            case Expr.ListExpr list -> list.elements().forEach(e -> bind(e, how, scope));
            default -> read(target, scope);
        }
    }

    void bindParameters(Node.Arguments arguments, Scope scope) {
        arguments.parameters().forEach(p -> scope.bind(new Binding(p.name(), p.start(), How.PARAMETER, p)));
    }

    void readDefaults(Node.Arguments arguments, Scope scope) {
        arguments.parameters().forEach(p -> read(p.defaultValue(), scope));
    }

    private void lambda(Expr.Lambda lambda, Scope outer) {
        readDefaults(lambda.args(), outer);
        Scope inner = new Scope(Kind.LAMBDA, lambda, "<lambda>", outer);
        bindParameters(lambda.args(), inner);
        read(lambda.body(), inner);
    }

    /// The first iterable belongs to the scope outside, all else to the comprehension's own.
    private void comprehension(Expr.Comp comp, Scope outer) {
        List<Node.Comprehension> generators = comp.generators();
        read(generators.getFirst().iter(), outer);
        Scope inner = new Scope(Kind.COMPREHENSION, comp, name(comp), outer);
        for (int i = 0; i < generators.size(); i++) {
            Node.Comprehension generator = generators.get(i);
            if (i > 0) {
                read(generator.iter(), inner);
            }
            bind(generator.target(), How.COMPREHENSION, inner);
            generator.ifs().forEach(condition -> read(condition, inner));
        }
        read(comp.element(), inner);
        read(comp.value(), inner);
    }

    private static String name(Expr.Comp comp) {
        return switch (comp.kind()) {
            case LIST -> "<listcomp>";
            case SET -> "<setcomp>";
            case DICT -> "<dictcomp>";
            case GENERATOR -> "<genexpr>";
        };
    }

    /// In a pattern a bare name binds, a dotted one is read.
    void pattern(Expr pattern, Scope scope) {
        switch (pattern) {
            case Expr.Name name when name.id().equals("_") -> { }
            case Expr.Name _ -> bind(pattern, How.MATCH, scope);
            case Expr.Starred starred -> pattern(starred.value(), scope);
            case Expr.NamedExpr named -> {
                pattern(named.value(), scope);
                bind(named.target(), How.MATCH, scope);
            }
            case Expr.TupleExpr tuple -> tuple.elements().forEach(e -> pattern(e, scope));
            case Expr.ListExpr list -> list.elements().forEach(e -> pattern(e, scope));
            case Expr.BinOp or when or.op().equals("|") -> {
                pattern(or.left(), scope);
                pattern(or.right(), scope);
            }
            case Expr.DictExpr dict -> {
                dict.keys().forEach(k -> read(k, scope));
                dict.values().forEach(v -> pattern(v, scope));
            }
            case Expr.Call call -> {
                read(call.function(), scope);
                call.args().forEach(a -> pattern(a, scope));
                call.keywords().forEach(k -> pattern(k.value(), scope));
            }
            default -> read(pattern, scope);
        }
    }
}
