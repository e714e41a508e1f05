package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A variable that is set under one spelling and changed under another: {@code totl = 0} and {@code total += x}.
final class MisspeltAccumulator implements RepairRule {

    @Override
    public String id() {
        return "misspelt-accumulator";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR", "RES.UNBOUND_LOCAL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UnboundName.of(fault).filter(u -> u.onlyGrows(fault) || isReadFirst(u)).flatMap(u -> patch(fault, u)).stream().toList();
    }

    private static boolean isReadFirst(UnboundName unbound) {
        return unbound.bindings().getFirst().offset() > unbound.read().start() && unbound.isLocal();
    }

    private Optional<CandidatePatch> patch(Fault fault, UnboundName unbound) {
        List<String> set = unbound.scope().bindings().keySet().stream().filter(n -> unbound.scope().bindings(n).getFirst().offset() < unbound.read().start())
                .filter(n -> unbound.scope().bindings(n).getFirst().how() == Scope.How.ASSIGN
                        || unbound.scope().bindings(n).getFirst().how() == Scope.How.PARAMETER).toList();
        List<Names.Match> near = Nearness.of(unbound.name(), set);
        if (near.isEmpty() || near.getFirst().score() < 0.7) {
            return Optional.empty();
        }
        String meant = near.getFirst().name();
        int spelling = Spelling.compare(unbound.name(), meant);
        boolean unread = spelling <= 0 && fault.scopes().all().stream().allMatch(s -> s.uses(meant).isEmpty());
        String from = unread ? meant : unbound.name();
        String to = unread ? unbound.name() : meant;
        Draft draft = draft(fault, "Rename " + from + " to " + to).rated(Tier.A, Nearness.prior(near, 0) * (unread ? 1 : 0.9))
                .because("`" + meant + "` is set, but `" + unbound.name() + "` is changed; one of the two is a slip.");
        unbound.scope().bindings(from).forEach(b -> draft.replace(b.offset(), b.offset() + from.length(), to));
        for (Scope scope : fault.scopes().all()) {
            if (fault.scopes().resolve(from, scope).filter(unbound.scope()::equals).isPresent()) {
                scope.uses(from).stream().filter(o -> unbound.scope().bindings(from).stream().noneMatch(b -> b.offset() == o))
                        .forEach(o -> draft.replace(o, o + from.length(), to));
            }
        }
        return Optional.of(draft.done());
    }
}
