package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A name that a module lacks, written for a near one it has.
final class MisspeltModuleAttribute implements RepairRule {
    private static final int MOST = 3;

    @Override
    public String id() {
        return "misspelt-module-attribute";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return MissingAttribute.of(fault).filter(m -> m.owner() == MissingAttribute.Owner.MODULE).map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, MissingAttribute missing) {
        Set<String> known = new LinkedHashSet<>(missing.known(fault));
        if (known.isEmpty()) {
            known.addAll(Stdlib.tables().exports(missing.ownerName(), fault.python().minor()));
        }
        Optional<ModuleInfo> own = fault.modules().byName(missing.ownerName());
        own.ifPresent(_ -> known.addAll(fault.modules().exportsOf(missing.ownerName())));
        List<Names.Match> near = Nearness.of(missing.attribute(), known);
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i);
            boolean definition = own.isPresent() && own.get().definitions().containsKey(meant)
                    && (fault.inTests() || (readers(fault, meant) == 0 && isDefinitionSlip(fault, missing, meant)));
            if (definition) {
                patches.add(renameDefinition(fault, missing, own.get(), meant, prior));
            }
            if (!fault.inTests() || own.isEmpty()) {
                patches.add(renameUse(fault, missing, meant, definition ? prior * 0.7 : prior));
            }
        }
        return patches;
    }

    private static boolean isDefinitionSlip(Fault fault, MissingAttribute missing, String meant) {
        int spelling = Spelling.compare(missing.attribute(), meant);
        return spelling < 0 || (spelling == 0 && readers(fault, missing.attribute()) > 1);
    }

    private static int readers(Fault fault, String name) {
        return AttributeReads.of(fault.scene(), name);
    }

    private CandidatePatch renameDefinition(Fault fault, MissingAttribute missing, ModuleInfo module, String meant, double prior) {
        Draft draft = draft(fault, "Rename " + meant + " to " + missing.attribute()).rated(Tier.A, prior)
                .because("`" + module.path() + "` defines `" + meant + "`, but it is used as `" + missing.attribute() + "`.");
        new Renaming(fault.scene(), draft, meant, missing.attribute()).topLevel(module);
        return draft.done();
    }

    private CandidatePatch renameUse(Fault fault, MissingAttribute missing, String meant, double prior) {
        String receiver = fault.text(missing.receiver());
        Draft draft = draft(fault, "Rename " + receiver + "." + missing.attribute() + " to " + receiver + "." + meant).rated(Tier.A, prior)
                .because("The module `" + missing.ownerName() + "` has no `" + missing.attribute() + "`; the nearest it has is `" + meant + "`.");
        fault.tree().all(Expr.Attribute.class).stream().filter(a -> a.attr().equals(missing.attribute()) && fault.text(a.value()).equals(receiver))
                .forEach(a -> draft.replace(a.nameStart(), a.end(), meant));
        return draft.done();
    }
}
