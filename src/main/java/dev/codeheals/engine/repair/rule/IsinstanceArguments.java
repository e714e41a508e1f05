package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// {@code isinstance} with its arguments swapped, or with the type as a string or a list.
final class IsinstanceArguments implements RepairRule {
    private static final Pattern WRONG = Pattern.compile("(isinstance|issubclass)\\(\\) arg (?:1|2) must be a (?:type|class)");

    @Override
    public String id() {
        return "isinstance-arguments";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.CLASS_ARGUMENT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return fault.says("TypeError", WRONG).flatMap(m -> CallSite.of(fault, m.group(1))).filter(s -> s.call().args().size() == 2)
                .flatMap(s -> patch(fault, s.call().args().get(0), s.call().args().get(1))).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, Expr value, Expr type) {
        if (type instanceof Expr.ListExpr list) {
            return Optional.of(draft(fault, "Give the types as a tuple").rated(Tier.A, 0.95).because("`isinstance` takes a tuple of types, not a list.")
                    .replace(list.start(), list.start() + 1, "(").replace(list.end() - 1, list.end(), list.elements().size() == 1 ? ",)" : ")").done());
        }
        if (type instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && c.value().matches("\\w+")) {
            return Optional.of(draft(fault, "Write the type " + c.value() + " without quotes").rated(Tier.A, 0.93).because("`isinstance` takes the type itself, not its name.")
                    .replace(c, c.value().equals("string") ? "str" : c.value()).done());
        }
        if (type instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.NONE) {
            return Optional.of(draft(fault, "Write type(None)").rated(Tier.A, 0.9).because("None is a value; its type is `type(None)`.").replace(c, "type(None)").done());
        }
        if (type instanceof Expr.TupleExpr tuple && tuple.elements().stream().anyMatch(e -> e instanceof Expr.Constant)) {
            String types = tuple.elements().stream().map(e -> e instanceof Expr.Constant c ? c.kind() == Expr.ConstantKind.NONE ? "type(None)" : c.value() : fault.text(e))
                    .collect(Collectors.joining(", "));
            return Optional.of(draft(fault, "Write the types without quotes").rated(Tier.A, 0.9).because("`isinstance` takes types, not their names.")
                    .replace(tuple, "(" + types + ")").done());
        }
        return isType(fault, value) && !isType(fault, type) ? Optional.of(draft(fault, "Swap the arguments of isinstance").rated(Tier.A, 0.95)
                .because("The value comes first, its type second.").replace(value, fault.text(type)).replace(type, fault.text(value)).done()) : Optional.empty();
    }

    private static boolean isType(Fault fault, Expr expression) {
        return expression instanceof Expr.TupleExpr || ImportedModule.chain(expression).filter(c -> Builtins.TYPES.contains(c) || Builtins.EXCEPTIONS.contains(c)
                || fault.modules().classIn(fault.module(), c).isPresent() || (Character.isUpperCase(c.charAt(c.lastIndexOf('.') + 1)) && c.length() > 1)).isPresent();
    }
}
