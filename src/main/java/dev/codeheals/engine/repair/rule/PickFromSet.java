package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A random choice among the members of a set, which have no order: they are sorted first, so that a seed gives the same choice each time.
final class PickFromSet implements RepairRule {
    private static final Pattern NO_SEQUENCE = Pattern.compile("Population must be a sequence.*|'(?:set|frozenset|dict_keys|dict_values)' object is not subscriptable");
    private static final Set<String> PICKING = Set.of("sample", "choice", "choices");

    @Override
    public String id() {
        return "pick-from-set";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.NOT_ITERABLE", "TYP.NOT_SUBSCRIPTABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.inTests() || fault.says("TypeError", NO_SEQUENCE).isEmpty()) {
            return List.of();
        }
        return fault.expressions(Expr.Call.class).stream().filter(c -> PICKING.contains(CallSite.last(c.function())) && !c.args().isEmpty()).limit(1).map(call -> {
            Expr members = call.args().getFirst();
            Optional<String> type = fault.valueOf(members).map(ValueFacts::type);
            String made = type.filter(t -> t.equals("dict_values")).isPresent() ? "list" : "sorted";
            return draft(fault, "Choose from " + made + "(" + fault.text(members) + ")").rated(Tier.A, 0.94).because("A choice needs a sequence, and a set has no order.")
                    .replace(members, made + "(" + fault.text(members) + ")").done();
        }).toList();
    }
}
