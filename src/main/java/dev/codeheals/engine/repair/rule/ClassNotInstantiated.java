package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A method called on the class instead of on an instance: {@code stack = Stack} or {@code Report.render()}.
final class ClassNotInstantiated implements RepairRule {
    private static final Pattern NO_SELF = Pattern.compile("([\\w.<>]+)\\(\\) missing \\d+ required positional arguments?: .*");

    @Override
    public String id() {
        return "class-not-instantiated";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.MISSING_SELF", "TYP.ARGUMENT_MISSING");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", NO_SELF);
        Optional<CallSite> site = message.flatMap(m -> CallSite.of(fault, m.group(1).replace("<locals>.", "")));
        if (site.isEmpty() || !(site.get().call().function() instanceof Expr.Attribute attribute)) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        Expr receiver = attribute.value();
        Optional<ModuleIndex.FoundClass> direct = ImportedModule.chain(receiver).flatMap(c -> fault.modules().classIn(fault.module(), c));
        direct.filter(c -> takesNothing(fault, c) && isInstanceMethod(c, attribute.attr())).ifPresent(_ -> patches.add(draft(fault, "Make an instance of " + fault.text(receiver))
                .rated(Tier.A, 0.9).because("`" + attribute.attr() + "` works on an instance, not on the class itself.").insert(receiver.end(), "()").done()));
        if (direct.isEmpty() && receiver instanceof Expr.Name name) {
            assigned(fault, name).ifPresent(patches::add);
        }
        return patches;
    }

    private static boolean takesNothing(Fault fault, ModuleIndex.FoundClass found) {
        return fault.modules().lineage(found).stream().flatMap(c -> c.shape().constructor().stream()).findFirst().map(s -> s.required().isEmpty()).orElse(true);
    }

    private static boolean isInstanceMethod(ModuleIndex.FoundClass found, String name) {
        return found.shape().member(name).map(m -> m.kind() == ClassShape.Kind.METHOD).orElse(true);
    }

    /// The variable was given the class itself.
    private Optional<CandidatePatch> assigned(Fault fault, Expr.Name name) {
        Optional<Scope> home = fault.scopes().resolve(name.id(), name.start());
        return home.flatMap(h -> h.bindings(name.id()).stream().filter(b -> b.how() == Scope.How.ASSIGN)
                .flatMap(b -> fault.tree().enclosing(Stmt.Assign.class, b.offset()).stream())
                .filter(a -> ImportedModule.chain(a.value()).flatMap(c -> fault.modules().classIn(fault.module(), c)).filter(c -> takesNothing(fault, c)).isPresent())
                .findFirst()).map(a -> draft(fault, "Make an instance of " + fault.text(a.value())).rated(Tier.A, 0.93)
                .because("`" + name.id() + "` holds the class itself, not an instance of it.").insert(a.value().end(), "()").done());
    }
}
