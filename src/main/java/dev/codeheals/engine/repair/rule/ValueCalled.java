package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A property, attribute or variable called like a function, with nothing between the parentheses.
final class ValueCalled implements RepairRule {
    private static final Pattern NOT_CALLABLE = Pattern.compile("'([\\w.]+)' object is not callable");
    private static final Set<ClassShape.Kind> VALUES = Set.of(ClassShape.Kind.PROPERTY, ClassShape.Kind.INSTANCE_ATTRIBUTE, ClassShape.Kind.CLASS_ATTRIBUTE);

    @Override
    public String id() {
        return "value-called";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.NOT_CALLABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", NOT_CALLABLE).isEmpty() || fault.inTests()) {
            return List.of();
        }
        return fault.expressions(Expr.Call.class).stream().filter(c -> c.args().isEmpty() && c.keywords().isEmpty()).flatMap(c -> patch(fault, c).stream()).limit(1).toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, Expr.Call call) {
        Optional<String> type = fault.valueOf(call.function()).map(v -> v.type());
        boolean callable = type.filter(t -> t.endsWith("method") || t.equals("function") || t.equals("type")).isPresent();
        boolean seen = type.isPresent() && !callable && NOT_CALLABLE.matcher(fault.message()).results()
                .anyMatch(m -> type.get().endsWith(m.group(1).substring(m.group(1).lastIndexOf('.') + 1)));
        boolean value = call.function() instanceof Expr.Attribute a && fault.modules().all().stream().flatMap(m -> m.classes().values().stream())
                .anyMatch(c -> c.member(a.attr()).filter(k -> VALUES.contains(k.kind())).isPresent());
        boolean attribute = call.function() instanceof Expr.Attribute a && StdlibClasses.tables().isValue(fault.valueOf(a.value()).map(v -> v.type()).orElse("?"), a.attr());
        return callable || !(seen || value || attribute) ? Optional.empty() : Optional.of(draft(fault, "Read " + fault.text(call.function()) + " without calling it")
                .rated(Tier.A, !(call.function() instanceof Expr.Attribute a) ? 0.75 : HiddenMethod.hiding(fault.modules().all().stream(), a.attr()).findAny().isPresent() ? 0.4 : 0.94).because("`" + fault.text(call.function()) + "` is a value, not a function.")
                .delete(call.openParen(), call.end()).done());
    }
}
