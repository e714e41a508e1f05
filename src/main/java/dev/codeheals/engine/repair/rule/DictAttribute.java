package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A dictionary key read like an attribute: {@code user.name} for {@code user["name"]}.
final class DictAttribute implements RepairRule {

    @Override
    public String id() {
        return "dict-attribute";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingAttribute> found = MissingAttribute.of(fault).filter(m -> m.owner() == MissingAttribute.Owner.INSTANCE)
                .filter(m -> m.ownerName().equals("dict") || m.ownerName().equals("OrderedDict") || m.ownerName().equals("collections.OrderedDict") || m.ownerName().equals("Row"))
                .filter(m -> m.call(fault).isEmpty());
        return found.flatMap(m -> patch(fault, m)).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, MissingAttribute missing) {
        List<String> keys = fault.valueOf(missing.receiver()).map(v -> v.keys()).orElse(List.of());
        boolean known = keys.contains("'" + missing.attribute() + "'");
        boolean method = Names.rank(missing.attribute(), StdlibClasses.tables().attributes("dict")).stream().anyMatch(n -> n.score() >= Names.LIKELY);
        if (!known && (method || !keys.isEmpty())) {
            return Optional.empty();
        }
        String receiver = fault.text(missing.receiver());
        Draft draft = draft(fault, "Read the key " + missing.attribute()).rated(Tier.A, known ? 0.95 : 0.7)
                .because("`" + receiver + "` is a dictionary; its values are read by key.");
        Node within = fault.function().map(Node.class::cast).orElse(fault.parsed().module());
        Tree.walk(within).filter(n -> n instanceof Expr.Attribute a && fault.text(a.value()).equals(receiver)).map(Expr.Attribute.class::cast)
                .filter(a -> a.equals(missing.node()) || keys.contains("'" + a.attr() + "'"))
                .filter(a -> !OddValue.isCalled(fault, a)).forEach(a -> draft.replace(a.value().end(), a.end(), "[" + Quotes.literal(fault, a.attr()) + "]"));
        return Optional.of(draft.done());
    }
}
