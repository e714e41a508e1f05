package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A name used bare although its module is imported whole: {@code sqrt(2)} after {@code import math}.
final class QualifiedName implements RepairRule {

    @Override
    public String id() {
        return "qualify-name";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> found = UndefinedName.boundNowhere(fault);
        if (found.isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Stmt.Import statement : fault.tree().all(Stmt.Import.class)) {
            for (Node.Alias alias : statement.names()) {
                if (alias.asName() == null && alias.name().endsWith("." + found.get().name())) {
                    patches.add(patch(fault, found.get(), alias.name().substring(0, alias.name().lastIndexOf('.'))));
                } else if (exports(fault, alias.name(), found.get().name())) {
                    patches.add(patch(fault, found.get(), alias.asName() == null ? alias.name() : alias.asName()));
                }
            }
        }
        return patches;
    }

    private static boolean exports(Fault fault, String module, String name) {
        return Stdlib.tables().export(module, name, fault.python().minor()).filter(e -> e.kind() != Stdlib.Kind.MODULE).isPresent()
                || fault.modules().byName(module).filter(m -> m.definitions().containsKey(name)).isPresent();
    }

    private CandidatePatch patch(Fault fault, UndefinedName name, String module) {
        Draft draft = draft(fault, "Write " + module + "." + name.name()).rated(Tier.A, 0.96)
                .because("`" + name.name() + "` belongs to `" + module + "`, which this file imports as a whole.");
        for (Scopes.Use use : name.uses()) {
            draft.insert(use.offset(), module + ".");
        }
        return draft.done();
    }
}
