package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A submodule reached through its package without being imported: {@code import xml} and {@code xml.etree.ElementTree}.
final class SubmoduleImport implements RepairRule {

    @Override
    public String id() {
        return "submodule-import";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingAttribute> found = MissingAttribute.of(fault).filter(m -> m.owner() == MissingAttribute.Owner.MODULE)
                .filter(m -> isModule(fault, m.ownerName() + "." + m.attribute()));
        return found.map(m -> patch(fault, m)).stream().toList();
    }

    private static boolean isModule(Fault fault, String name) {
        return Stdlib.tables().isModule(name, fault.python().minor()) || fault.modules().pathOf(name).isPresent();
    }

    private CandidatePatch patch(Fault fault, MissingAttribute missing) {
        String module = longest(fault, missing);
        Draft draft = draft(fault, "Import " + module).rated(Tier.A, 0.95)
                .because("Importing `" + missing.ownerName() + "` does not import `" + module + "`.");
        Optional<Node.Alias> plain = fault.parsed().module().body().stream().filter(s -> s instanceof Stmt.Import).map(Stmt.Import.class::cast)
                .flatMap(i -> i.names().stream()).filter(a -> a.name().equals(missing.ownerName()) && a.asName() == null).findFirst();
        if (plain.isPresent()) {
            draft.replace(plain.get(), module);
        } else {
            draft.insert(fault.scene().importPlace(fault.module()).importModule(module, null));
        }
        return draft.done();
    }

    /// The longest module among {@code owner.attribute.…} as written.
    private static String longest(Fault fault, MissingAttribute missing) {
        String module = missing.ownerName() + "." + missing.attribute();
        Expr node = missing.node();
        while (fault.tree().parentOf(node).orElse(null) instanceof Expr.Attribute outer && isModule(fault, module + "." + outer.attr())) {
            module += "." + outer.attr();
            node = outer;
        }
        return module;
    }
}
