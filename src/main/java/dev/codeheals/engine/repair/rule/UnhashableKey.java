package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A list or dict as a key or set member: its frozen twin can be one.
final class UnhashableKey implements RepairRule {
    private static final Pattern UNHASHABLE = Pattern.compile("(?:cannot use '\\w+' as a (?:dict key|set element) \\()?unhashable type: '(list|set|dict)'");

    @Override
    public String id() {
        return "unhashable-key";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNHASHABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("TypeError", UNHASHABLE);
        if (says.isEmpty()) {
            return List.of();
        }
        String type = says.get().group(1);
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
            frozen(fault, subscript.index(), type, 0.9, patches);
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            String name = call.function() instanceof Expr.Attribute a ? a.attr() : call.function() instanceof Expr.Name n ? n.id() : "";
            if (List.of("add", "get", "setdefault", "pop", "discard", "remove").contains(name) && !call.args().isEmpty()) {
                frozen(fault, call.args().getFirst(), type, 0.9, patches);
            }
            if (List.of("set", "frozenset", "Counter").contains(name) && call.args().size() == 1 && !(call.args().getFirst() instanceof Expr.Comp)) {
                patches.add(draft(fault, "Freeze each member").rated(Tier.A, 0.85).because("A " + type + " cannot be a member of a set; a tuple can.")
                        .replace(call.args().getFirst(), "map(" + twin(type) + ", " + fault.text(call.args().getFirst()) + ")").done());
            }
        }
        for (Expr.Comp comp : fault.expressions(Expr.Comp.class)) {
            boolean keyed = comp.kind() == Expr.ComprehensionKind.SET || comp.kind() == Expr.ComprehensionKind.DICT;
            if (keyed) {
                frozen(fault, comp.element(), type, 0.88, patches);
            }
        }
        for (Expr.Compare compare : fault.expressions(Expr.Compare.class)) {
            if (compare.ops().contains("in") || compare.ops().contains("not in")) {
                frozen(fault, compare.left(), type, 0.85, patches);
            }
        }
        for (Expr.SetExpr set : fault.expressions(Expr.SetExpr.class)) {
            set.elements().forEach(e -> frozen(fault, e, type, 0.85, patches));
        }
        return patches;
    }

    private void frozen(Fault fault, Expr value, String type, double prior, List<CandidatePatch> patches) {
        Optional<String> seen = Values.type(fault, value);
        if (seen.isPresent() && !seen.get().equals(type)) {
            return;
        }
        String text = value instanceof Expr.ListExpr list && !list.elements().isEmpty()
                ? "(" + fault.text(list).substring(1, fault.text(list).length() - 1).strip() + (list.elements().size() == 1 ? ",)" : ")")
                : twin(type) + "(" + fault.text(value) + (type.equals("dict") ? ".items())" : ")");
        patches.add(draft(fault, "Use a " + twin(type) + " as the key").rated(Tier.A, seen.isPresent() ? prior : prior - 0.1)
                .because("A " + type + " can change, so it cannot be a key; a " + twin(type) + " can.").replace(value, text).done());
    }

    private static String twin(String type) {
        return type.equals("list") ? "tuple" : "frozenset";
    }
}
