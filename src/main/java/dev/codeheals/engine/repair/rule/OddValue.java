package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An operation that failed because one of its values is of a type nobody wants there: None, a coroutine, a method that was not called.
final class OddValue {
    private static final Pattern TYPE = Pattern.compile("['\" ](NoneType|coroutine|method|function|builtin_function_or_method|async_generator|generator)(?:['\" ]|$)"
            + "|\\b(NoneType|coroutine|async_generator) (?:object|found)|instance, (NoneType|method|function) found|not (NoneType)$");

    private OddValue() {}

    /// The odd type a TypeError or AttributeError complains about.
    static Optional<String> type(Fault fault) {
        boolean kind = fault.exceptionType().equals("TypeError") || fault.exceptionType().equals("AttributeError");
        Matcher matcher = TYPE.matcher(fault.exception().summary());
        if (!kind || !matcher.find()) {
            return Optional.empty();
        }
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return Optional.of(matcher.group(i));
            }
        }
        return Optional.empty();
    }

    /// The expressions of the failing statement that were seen to have the type, or may have it where nothing was seen; the likeliest first.
    static List<Expr> culprits(Fault fault, Set<String> types) {
        List<Expr> seen = new ArrayList<>();
        List<Expr> unknown = new ArrayList<>();
        for (Expr expression : fault.expressions(Expr.class)) {
            Optional<String> type = fault.valueOf(expression).map(v -> v.type());
            if (type.filter(types::contains).isPresent()) {
                seen.add(expression);
            } else if (type.isEmpty() && (expression instanceof Expr.Call || expression instanceof Expr.Name || expression instanceof Expr.Attribute)) {
                unknown.add(expression);
            }
        }
        List<Expr> all = new ArrayList<>(seen);
        all.addAll(unknown.stream().filter(e -> e instanceof Expr.Call || seen.isEmpty()).toList());
        return all;
    }

    /// What gave a variable its value: the last assignment before the place, or the expression itself where it is no variable.
    static Expr origin(Fault fault, Expr expression) {
        if (!(expression instanceof Expr.Name name)) {
            return expression;
        }
        Optional<Scope> home = fault.scopes().resolve(name.id(), name.start());
        return home.flatMap(h -> h.bindings(name.id()).stream().filter(b -> b.how() == Scope.How.ASSIGN && b.offset() < name.start())
                .reduce((_, last) -> last)).flatMap(b -> fault.tree().enclosing(Stmt.Assign.class, b.offset()))
                .filter(a -> a.targets().stream().anyMatch(t -> t instanceof Expr.Name n && n.id().equals(name.id()))).map(Stmt.Assign::value).orElse(expression);
    }

    /// Whether the expression is what a call calls.
    static boolean isCalled(Fault fault, Node expression) {
        return fault.tree().parentOf(expression).filter(p -> p instanceof Expr.Call c && c.function().equals(expression)).isPresent();
    }
}
