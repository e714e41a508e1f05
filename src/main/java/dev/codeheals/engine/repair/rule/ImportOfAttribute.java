package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A name imported as if it were a module: {@code import datetime.datetime}.
final class ImportOfAttribute implements RepairRule {

    @Override
    public String id() {
        return "import-of-attribute";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NOT_A_PACKAGE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return MissingModule.of(fault).filter(m -> m.module().indexOf('.') > 0).flatMap(m -> patch(fault, m)).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, MissingModule missing) {
        int dot = missing.module().lastIndexOf('.');
        String module = missing.module().substring(0, dot);
        String name = missing.module().substring(dot + 1);
        boolean exported = Stdlib.tables().export(module, name, fault.python().minor()).isPresent()
                || fault.modules().byName(module).filter(m -> m.definitions().containsKey(name)).isPresent();
        if (missing.alias().isEmpty()) {
            return fromOfAttribute(fault, missing, module);
        }
        Node.Alias alias = missing.alias().get();
        if (!exported || alias.name().length() != missing.module().length()) {
            return Optional.empty();
        }
        boolean dotted = fault.tree().all(Expr.Attribute.class).stream().anyMatch(a -> ImportedModule.chain(a).filter(missing.module()::equals).isPresent());
        Draft draft = draft(fault, dotted ? "Import " + module : "Import " + name + " from " + module).rated(Tier.A, 0.93)
                .because("`" + name + "` is a name in the module `" + module + "`, not a module.");
        if (dotted) {
            draft.replace(alias, module);
        } else {
            draft.replace(missing.statement(), "from " + module + " import " + name + (alias.asName() == null ? "" : " as " + alias.asName()));
        }
        return Optional.of(draft.done());
    }

    /// {@code from utils.helpers import f} where {@code utils} is a single file that has {@code f}.
    private Optional<CandidatePatch> fromOfAttribute(Fault fault, MissingModule missing, String module) {
        boolean has = !missing.names().isEmpty()
                && (fault.modules().byName(module).filter(m -> m.definitions().keySet().containsAll(missing.names())).isPresent()
                || Stdlib.tables().exports(module, fault.python().minor()).containsAll(missing.names()));
        if (!has || !missing.text().equals(missing.module())) {
            return Optional.empty();
        }
        int at = missing.offset(fault);
        return Optional.of(draft(fault, "Import from " + module).rated(Tier.A, 0.9).because("`" + module + "` itself has what is imported; it holds no module of that name.")
                .replace(at, at + missing.text().length(), module).done());
    }
}
