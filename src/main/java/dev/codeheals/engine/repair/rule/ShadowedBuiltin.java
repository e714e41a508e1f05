package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A variable with the name of a builtin that is called later: {@code list = […]}, then {@code list(x)}. The variable gets a name of its own.
final class ShadowedBuiltin implements RepairRule {
    private static final Pattern NOT_CALLABLE = Pattern.compile("'[\\w.]+' object is not callable");

    @Override
    public String id() {
        return "shadowed-builtin";
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
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Name name && Builtins.contains(name.id())) {
                Optional<Scope> home = fault.scopes().resolve(name.id(), name.start());
                home.filter(h -> h.bindings(name.id()).stream().noneMatch(b -> b.how() == Scope.How.DEF || b.how() == Scope.How.CLASS))
                        .ifPresent(h -> patches.add(renamed(fault, h, name.id())));
            }
        }
        return patches;
    }

    private CandidatePatch renamed(Fault fault, Scope home, String name) {
        Set<Integer> called = fault.tree().all(Expr.Call.class).stream().filter(c -> c.function() instanceof Expr.Name n && n.id().equals(name))
                .map(Expr.Call::start).collect(Collectors.toSet());
        Draft draft = draft(fault, "Rename the variable " + name + " to " + name + "_").rated(Tier.A, 0.96)
                .because("The variable hides the builtin `" + name + "`, which is called here.");
        Set<Integer> places = home.bindings(name).stream().map(Scope.Binding::offset).collect(Collectors.toSet());
        for (Scope scope : fault.scopes().all()) {
            if (fault.scopes().resolve(name, scope).filter(home::equals).isPresent()) {
                places.addAll(scope.uses(name));
            }
        }
        places.stream().filter(o -> !called.contains(o)).forEach(o -> draft.replace(o, o + name.length(), name + "_"));
        return draft.done();
    }
}
