package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// {@code super} used without being called, with wrong arguments, or for a misspelt method.
final class SuperMisuse implements RepairRule {
    private static final Pattern DESCRIPTOR = Pattern.compile("descriptor '\\w+' (?:requires a 'super' object|of 'super' object needs|for 'super' objects)|type object 'super' has no attribute"
            + "|super\\(type, obj\\)|super\\(\\): |super\\(\\) argument 1 must be|'super' object has no attribute");

    @Override
    public String id() {
        return "super-misuse";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.CLASS_ATTRIBUTE", "OOP.DESCRIPTOR", "OOP.SUPER_CALL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says(DESCRIPTOR).isEmpty()) {
            return List.of();
        }
        return bare(fault).or(() -> withArguments(fault)).or(() -> misspelt(fault)).stream().toList();
    }

    /// {@code super.__init__(x)}.
    private Optional<CandidatePatch> bare(Fault fault) {
        return fault.expressions(Expr.Attribute.class).stream().filter(a -> a.value() instanceof Expr.Name n && n.id().equals("super")).findFirst().map(a -> {
            Draft draft = draft(fault, "Call super()").rated(Tier.A, 0.96).because("`super` has to be called to give the parent's methods.").insert(a.value().end(), "()");
            fault.expressions(Expr.Call.class).stream().filter(c -> c.function().equals(a)).findFirst()
                    .filter(c -> !c.args().isEmpty() && c.args().getFirst() instanceof Expr.Name n && n.id().equals("self"))
                    .ifPresent(c -> new CallSite(c, a.attr()).remove(fault, draft, c.args().getFirst()));
            return draft.done();
        });
    }

    /// {@code super(Other, self)} or {@code super(self)}.
    private Optional<CandidatePatch> withArguments(Fault fault) {
        return fault.expressions(Expr.Call.class).stream().filter(c -> c.function() instanceof Expr.Name n && n.id().equals("super") && !c.args().isEmpty()).findFirst()
                .map(c -> draft(fault, "Call super() without arguments").rated(Tier.A, 0.93).because("Inside a method `super()` needs no arguments; these are wrong.")
                        .delete(c.openParen() + 1, c.end() - 1).done());
    }

    private Optional<CandidatePatch> misspelt(Fault fault) {
        Optional<MissingAttribute> missing = MissingAttribute.of(fault).filter(m -> m.ownerName().equals("super"));
        Optional<ModuleIndex.FoundClass> owner = fault.enclosingClass().map(c -> new ModuleIndex.FoundClass(fault.module(), ClassShape.of(c)));
        if (missing.isEmpty() || owner.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = new LinkedHashSet<>(Set.of("__init__", "__str__", "__repr__", "__eq__", "__setattr__", "__getattribute__", "__new__", "__hash__"));
        fault.modules().lineage(owner.get()).stream().skip(1).forEach(c -> known.addAll(c.shape().names()));
        String written = missing.get().attribute();
        List<Names.Match> near = Names.rank(written, known);
        Optional<String> meant = known.contains("__" + written + "__") ? Optional.of("__" + written + "__") : near.stream().findFirst().map(Names.Match::name);
        return meant.map(m -> draft(fault, "Call super()." + m).rated(Tier.A, 0.92).because("The parent has no `" + written + "`; the nearest it has is `" + m + "`.")
                .replace(missing.get().node().nameStart(), missing.get().node().end(), m).done());
    }
}
