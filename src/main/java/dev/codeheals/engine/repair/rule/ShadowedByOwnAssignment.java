package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A function that assigns to the very name it calls: {@code sum = sum(values)} makes {@code sum} local and unset.
final class ShadowedByOwnAssignment implements RepairRule {

    @Override
    public String id() {
        return "shadowed-by-own-assignment";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.UNBOUND_LOCAL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UnboundName.of(fault).filter(UnboundName::isLocal).filter(u -> isOuterCallable(fault, u))
                .flatMap(u -> importedAgain(fault, u).or(() -> renamed(fault, u))).stream().toList();
    }

    private static boolean isOuterCallable(Fault fault, UnboundName unbound) {
        Optional<Scope> outer = unbound.scope().parent().flatMap(p -> fault.scopes().resolve(unbound.name(), p));
        return outer.isEmpty() ? Builtins.contains(unbound.name()) : outer.get().bindings(unbound.name()).stream()
                .anyMatch(b -> b.how() == Scope.How.DEF || b.how() == Scope.How.CLASS || b.how() == Scope.How.IMPORT || b.how() == Scope.How.FROM_IMPORT);
    }

    /// An import further down in the function that the module has anyway.
    private Optional<CandidatePatch> importedAgain(Fault fault, UnboundName unbound) {
        List<Scope.Binding> bindings = unbound.bindings();
        boolean imports = bindings.stream().allMatch(b -> b.how() == Scope.How.IMPORT || b.how() == Scope.How.FROM_IMPORT);
        Optional<Stmt.Import> statement = fault.tree().enclosing(Stmt.Import.class, bindings.getFirst().offset()).filter(i -> i.names().size() == 1);
        if (!imports || bindings.size() != 1 || statement.isEmpty()
                || fault.tree().parentOf(statement.get()).filter(p -> Blocks.in(p).stream().anyMatch(b -> b.size() == 1)).isPresent()) {
            return Optional.empty();
        }
        int line = fault.source().lineOf(statement.get().start());
        return Optional.of(draft(fault, "Remove the second import of " + unbound.name()).rated(Tier.B, 0.85)
                .because("The import inside the function makes `" + unbound.name() + "` local there; the module has it already.")
                .delete(fault.source().lineStart(line), fault.source().lineStart(line + 1)).done());
    }

    private Optional<CandidatePatch> renamed(Fault fault, UnboundName unbound) {
        Set<Integer> kept = fault.tree().all(Expr.Call.class).stream().filter(c -> c.function() instanceof Expr.Name n && n.id().equals(unbound.name()))
                .map(Expr.Call::start).collect(Collectors.toSet());
        String renamed = unbound.name() + "_";
        if (!kept.contains(unbound.read().start()) || fault.scopes().resolve(renamed, unbound.scope()).isPresent()) {
            return Optional.empty();
        }
        Draft draft = draft(fault, "Rename the variable " + unbound.name() + " to " + renamed).rated(Tier.B, 0.85)
                .because("Assigning to `" + unbound.name() + "` makes it local, so that the function of that name cannot be called here.");
        unbound.bindings().forEach(b -> draft.replace(b.offset(), b.offset() + unbound.name().length(), renamed));
        for (Scope scope : fault.scopes().all()) {
            if (fault.scopes().resolve(unbound.name(), scope).filter(unbound.scope()::equals).isPresent()) {
                scope.uses(unbound.name()).stream().filter(o -> !kept.contains(o) && unbound.bindings().stream().noneMatch(b -> b.offset() == o))
                        .forEach(o -> draft.replace(o, o + unbound.name().length(), renamed));
            }
        }
        return Optional.of(draft.done());
    }
}
