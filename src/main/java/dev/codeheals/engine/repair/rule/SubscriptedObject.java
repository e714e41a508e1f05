package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An attribute read like a dictionary key: {@code user["name"]} for {@code user.name}.
final class SubscriptedObject implements RepairRule {
    private static final Pattern NOT_SUBSCRIPTABLE = Pattern.compile("'([\\w.]+)' object (?:is not subscriptable|does not support item assignment)");
    private static final Pattern TUPLE = Pattern.compile("tuple indices must be integers or slices, not str");

    @Override
    public String id() {
        return "subscripted-object";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.INDEX_TYPE", "TYP.ITEM_ASSIGNMENT", "TYP.NOT_SUBSCRIPTABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> object = fault.says("TypeError", NOT_SUBSCRIPTABLE);
        boolean tuple = fault.says("TypeError", TUPLE).isPresent();
        if (object.isEmpty() && !tuple) {
            return List.of();
        }
        return fault.expressions(Expr.Subscript.class).stream().filter(s -> key(s).isPresent() && attributes(fault, s, object).contains(key(s).get())).findFirst()
                .map(s -> patch(fault, s)).stream().toList();
    }

    private static Optional<String> key(Expr.Subscript subscript) {
        return subscript.index() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && c.value().matches("[A-Za-z_]\\w*") ? Optional.of(c.value()) : Optional.empty();
    }

    private static Set<String> attributes(Fault fault, Expr.Subscript subscript, Optional<Matcher> object) {
        Set<String> found = new LinkedHashSet<>(fault.valueOf(subscript.value()).map(v -> v.attributes()).orElse(List.of()));
        object.map(m -> m.group(1).substring(m.group(1).lastIndexOf('.') + 1)).ifPresent(type -> {
            for (ModuleIndex.FoundClass c : fault.modules().classes(type)) {
                found.addAll(fault.modules().members(c).keySet());
            }
        });
        return found;
    }

    private CandidatePatch patch(Fault fault, Expr.Subscript first) {
        Draft draft = draft(fault, "Read the attribute " + key(first).orElseThrow()).rated(Tier.A, 0.94)
                .because("`" + fault.text(first.value()) + "` is an object, not a dictionary; its values are attributes.");
        String receiver = fault.text(first.value());
        fault.expressions(Expr.Subscript.class).stream().filter(s -> key(s).isPresent() && fault.text(s.value()).equals(receiver))
                .forEach(s -> draft.replace(s.value().end(), s.end(), "." + key(s).orElseThrow()));
        return draft.done();
    }
}
