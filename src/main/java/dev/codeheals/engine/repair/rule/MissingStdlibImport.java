package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ImportPlace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A standard-library module that is used but not imported.
final class MissingStdlibImport implements RepairRule {

    @Override
    public String id() {
        return "missing-stdlib-import";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UndefinedName.boundNowhere(fault).filter(n -> isModule(fault, n.name()))
                .flatMap(n -> patch(fault, n)).stream().toList();
    }

    private static boolean isModule(Fault fault, String name) {
        boolean known = fault.python().stdlib().contains(name) || Stdlib.tables().isModule(name, fault.python().minor());
        return known && !fault.modules().topLevelNames().contains(name);
    }

    private Optional<CandidatePatch> patch(Fault fault, UndefinedName name) {
        Optional<ImportedModule> twins = ImportedModule.twins(name.name(), fault.python().minor());
        double prior = prior(fault, name);
        if (twins.isPresent()) {
            prior *= switch (twins.get().meaning(fault, name)) {
                case MODULE -> 1;
                case EITHER -> 0.7;
                case MEMBER -> 0;
            };
        }
        if (prior < 0.1) {
            return Optional.empty();
        }
        ImportPlace place = fault.scene().importPlace(fault.module());
        List<String> modules = ImportedModule.needed(fault, name.name());
        Draft draft = draft(fault, "Import " + String.join(" and ", modules)).rated(Tier.A, prior)
                .because("`" + name.name() + "` is a module of the standard library that this file uses but does not import.");
        modules.forEach(m -> draft.insert(place.importModule(m, null)));
        return draft.unlessEmpty();
    }

    /// Sure where the module really exports what is taken from it; a bare word is more often a variable.
    private static double prior(Fault fault, UndefinedName name) {
        Optional<String> attribute = name.attribute(fault);
        if (attribute.isEmpty()) {
            return 0.3;
        }
        boolean exported = Stdlib.tables().export(name.name(), attribute.get(), fault.python().minor()).isPresent()
                || Stdlib.tables().isModule(name.name() + "." + attribute.get(), fault.python().minor());
        return exported ? 0.97 : Stdlib.tables().isModule(name.name(), fault.python().minor()) ? 0.35 : 0.8;
    }
}
