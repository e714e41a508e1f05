package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// {@code error.message}, which exceptions had in Python 2: their text is {@code str(error)}.
final class ExceptionMessageAttribute implements RepairRule {

    @Override
    public String id() {
        return "exception-message";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingAttribute> found = MissingAttribute.of(fault).filter(m -> m.owner() == MissingAttribute.Owner.INSTANCE)
                .filter(m -> m.attribute().equals("message") || m.attribute().equals("msg")).filter(m -> isException(fault, m));
        return found.map(m -> patch(fault, m)).stream().toList();
    }

    private static boolean isException(Fault fault, MissingAttribute missing) {
        String type = missing.bareOwner();
        boolean caught = missing.receiver() instanceof Expr.Name n && fault.tree().all(Node.Handler.class).stream()
                .anyMatch(h -> h.name() != null && h.name().id().equals(n.id()));
        return caught || type.endsWith("Error") || type.endsWith("Exception") || type.endsWith("Warning");
    }

    private CandidatePatch patch(Fault fault, MissingAttribute missing) {
        String error = fault.text(missing.receiver());
        Draft draft = draft(fault, "Write str(" + error + ")").rated(Tier.A, 0.92)
                .because("Exceptions have no `" + missing.attribute() + "` of their own; `str()` gives their text.");
        fault.tree().all(Expr.Attribute.class).stream().filter(a -> a.attr().equals(missing.attribute()) && fault.text(a.value()).equals(error))
                .forEach(a -> draft.replace(a, "str(" + error + ")"));
        return draft.done();
    }
}
