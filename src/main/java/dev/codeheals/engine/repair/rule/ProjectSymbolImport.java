package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ImportPlace;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A function, class or constant of another module of the project, or such a module itself, that is used but not imported.
final class ProjectSymbolImport implements RepairRule {
    private static final int MOST = 3;

    @Override
    public String id() {
        return "missing-project-import";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UndefinedName.boundNowhere(fault).map(name -> patches(fault, name)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, UndefinedName name) {
        List<CandidatePatch> patches = new ArrayList<>();
        List<ModuleIndex.Found> definers = fault.modules().whoDefines(name.name()).stream()
                .filter(f -> !f.module().path().equals(fault.file()) && !ProjectFiles.isTest(f.module().path())).toList();
        definers.stream().limit(MOST).forEach(f -> symbol(fault, name, f.module(), definers.size()).ifPresent(patches::add));
        if (definers.isEmpty()) {
            fault.scene().ownModules().stream().filter(m -> isNamed(m, name.name()) && !m.path().equals(fault.file())).limit(MOST)
                    .forEach(m -> module(fault, name, m).ifPresent(patches::add));
        }
        return patches;
    }

    private static boolean isNamed(ModuleInfo module, String name) {
        return module.name().equals(name) || module.name().endsWith("." + name);
    }

    private Optional<CandidatePatch> symbol(Fault fault, UndefinedName name, ModuleInfo definer, int rivals) {
        if (fault.modules().wouldBeCycle(fault.module(), definer) || !isPlausible(fault, name, definer)) {
            return Optional.empty();
        }
        String module = ProjectImports.nameFor(fault.scene(), fault.module(), definer);
        ImportPlace place = fault.scene().importPlace(fault.module());
        Draft draft = draft(fault, "Import " + name.name() + " from " + module).rated(Tier.B, rivals == 1 ? 0.93 : 0.7)
                .because("`" + name.name() + "` is defined in `" + definer.path() + "` and not imported here.")
                .insert(place.importFrom(module, name.name(), null));
        return draft.unlessEmpty();
    }

    /// A bare lower-case value of some other module is rarely what was meant.
    private static boolean isPlausible(Fault fault, UndefinedName name, ModuleInfo definer) {
        ModuleInfo.Definition definition = definer.definitions().get(name.name());
        boolean value = definition != null && definition.kind() == ModuleInfo.Kind.VALUE;
        return !value || name.name().equals(name.name().toUpperCase(Locale.ROOT)) || name.attribute(fault).isPresent()
                || name.isCalled(fault);
    }

    private Optional<CandidatePatch> module(Fault fault, UndefinedName name, ModuleInfo wanted) {
        Optional<String> attribute = name.attribute(fault);
        boolean exported = attribute.isPresent() && fault.modules().exportsOf(wanted.name()).contains(attribute.get());
        if (!exported || fault.modules().wouldBeCycle(fault.module(), wanted)) {
            return Optional.empty();
        }
        ImportPlace place = fault.scene().importPlace(fault.module());
        String dotted = ProjectImports.nameFor(fault.scene(), fault.module(), wanted);
        Draft draft = draft(fault, "Import the module " + name.name()).rated(Tier.B, 0.92)
                .because("`" + wanted.path() + "` has `" + attribute.get() + "`, but the module is not imported here.");
        if (dotted.equals(name.name())) {
            draft.insert(place.importModule(dotted, null));
        } else {
            draft.insert(place.importFrom(ProjectImports.parent(dotted), name.name(), null));
        }
        return draft.unlessEmpty();
    }
}
