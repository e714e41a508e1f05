package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A method or function used as a value because its parentheses are missing.
final class MethodNotCalled implements RepairRule {
    private static final Set<String> TYPES = Set.of("method", "function", "builtin_function_or_method");

    private static final Pattern BOTH = Pattern.compile("'(method|function)' and '\\1'");

    @Override
    public String id() {
        return "method-not-called";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.COMPARISON", "TYP.NOT_ITERABLE", "TYP.NO_LENGTH", "TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (OddValue.type(fault).filter(TYPES::contains).isEmpty() || fault.inTests()) {
            return List.of();
        }
        List<Expr> culprits = OddValue.culprits(fault, TYPES).stream().filter(e -> !OddValue.isCalled(fault, e)).toList();
        List<Expr> uncalled = culprits.stream().anyMatch(e -> patch(fault, e).isPresent()) ? culprits
                : fault.expressions(Expr.Attribute.class).stream().filter(a -> !OddValue.isCalled(fault, a)).map(Expr.class::cast).toList();
        List<CandidatePatch> each = uncalled.stream().flatMap(e -> patch(fault, e).stream()).limit(2).toList();
        return BOTH.matcher(fault.message()).find() && each.size() == 2 ? List.of(both(fault, uncalled)) : each;
    }

    /// {@code a.area > b.area} lacks its parentheses twice.
    private CandidatePatch both(Fault fault, List<Expr> uncalled) {
        Draft draft = draft(fault, "Call both").rated(Tier.A, 0.95).because("Without parentheses a method is not called.");
        uncalled.stream().filter(e -> patch(fault, e).isPresent()).limit(2).forEach(e -> draft.insert(OddValue.origin(fault, e).end(), "()"));
        return draft.done();
    }

    private Optional<CandidatePatch> patch(Fault fault, Expr culprit) {
        boolean seen = fault.valueOf(culprit).filter(v -> TYPES.contains(v.type())).isPresent();
        Expr origin = OddValue.origin(fault, culprit);
        if ((!(origin instanceof Expr.Attribute) && !(origin instanceof Expr.Name)) || !(seen || isMethod(fault, origin))) {
            return Optional.empty();
        }
        if (origin instanceof Expr.Name n && origin.equals(culprit) && fault.scopes().resolve(n.id(), n.start())
                .filter(s -> s.bindings(n.id()).stream().anyMatch(b -> b.node() instanceof Stmt.FunctionDef)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(draft(fault, "Call " + fault.text(origin) + "()").rated(Tier.A, seen ? 0.95 : 0.8)
                .because("`" + fault.text(origin) + "` is a " + (origin instanceof Expr.Attribute ? "method" : "function") + "; without parentheses it is not called.")
                .insert(origin.end(), "()").done());
    }

    /// Whether the project or a builtin type has a method of the name that takes nothing.
    private static boolean isMethod(Fault fault, Expr expression) {
        return expression instanceof Expr.Attribute a && fault.scene().ownModules().stream().flatMap(m -> m.classes().values().stream())
                .anyMatch(c -> c.member(a.attr()).filter(k -> k.kind() == ClassShape.Kind.METHOD).isPresent());
    }
}
