package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A {@code from} import of a name that another module has, now or ever since.
final class NameLivesElsewhere implements RepairRule {
    private static final int WELL_KNOWN = 110;

    @Override
    public String id() {
        return "name-lives-elsewhere";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.CANNOT_IMPORT_NAME");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<MissingExport> found = MissingExport.of(fault).filter(m -> !m.circular());
        if (found.isEmpty()) {
            return List.of();
        }
        MissingExport missing = found.get();
        List<CandidatePatch> patches = new ArrayList<>();
        moved(fault, missing).ifPresent(patches::add);
        if (patches.isEmpty()) {
            fault.modules().whoDefines(missing.name()).stream().filter(f -> !ProjectFiles.isTest(f.module().path())).limit(2)
                    .forEach(f -> ofProject(fault, missing, f).ifPresent(patches::add));
            ofLibrary(fault, missing).ifPresent(patches::add);
        }
        return patches;
    }

    private Optional<CandidatePatch> moved(Fault fault, MissingExport missing) {
        return MovedApis.table().ofModule(missing.module(), missing.name()).stream().filter(m -> m.template().parameters() == null)
                .map(m -> m.template().write()).filter(w -> w.matches("[\\w.]+")).findFirst().flatMap(w -> rewritten(fault, missing, w));
    }

    /// The new name may differ from the old one, and a builtin needs no import at all.
    private Optional<CandidatePatch> rewritten(Fault fault, MissingExport missing, String write) {
        int dot = write.lastIndexOf('.');
        String name = write.substring(dot + 1);
        String module = dot < 0 ? "" : write.substring(0, dot);
        String top = module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
        boolean there = module.isEmpty() || Stdlib.tables().export(module, name, fault.python().minor()).isPresent()
                || fault.python().distributions().contains(top);
        if (!there) {
            return Optional.empty();
        }
        Draft draft = draft(fault, "Use " + write + " for " + missing.name()).rated(Tier.A, 0.93)
                .because("`" + missing.module() + "." + missing.name() + "` is gone; `" + write + "` takes its place.");
        if (module.isEmpty()) {
            missing.remove(fault, draft);
        } else {
            importFrom(fault, draft, missing, module, name);
        }
        if (missing.alias().asName() == null && !name.equals(missing.name())) {
            fault.tree().all(Expr.Name.class).stream().filter(n -> n.id().equals(missing.name())).forEach(n -> draft.replace(n, name));
        }
        return Optional.of(draft.done());
    }

    private static void importFrom(Fault fault, Draft draft, MissingExport missing, String module, String name) {
        if (missing.isOnlyName()) {
            missing.replaceModule(fault, draft, module);
            if (!name.equals(missing.name())) {
                draft.replace(missing.alias().start(), missing.alias().start() + missing.name().length(), name);
            }
        } else {
            missing.remove(fault, draft);
            draft.insert(fault.scene().importPlace(fault.module()).importFrom(module, name, missing.alias().asName()));
        }
    }

    private Optional<CandidatePatch> ofProject(Fault fault, MissingExport missing, ModuleIndex.Found found) {
        ModuleInfo home = found.module();
        if (home.path().equals(fault.file()) || home.name().equals(missing.module())) {
            return Optional.empty();
        }
        if (fault.inTests()) {
            return reExport(fault, missing, home);
        }
        if (fault.modules().wouldBeCycle(fault.module(), home)) {
            return Optional.empty();
        }
        String module = missing.statement().level() > 0 ? ProjectImports.relative(fault.module(), home).orElse(home.name()) : home.name();
        Draft draft = draft(fault, "Import " + missing.name() + " from " + module).rated(Tier.A, 0.92)
                .because("`" + missing.name() + "` is defined in `" + home.path() + "`.");
        importFrom(fault, draft, missing, module, missing.name());
        return Optional.of(draft.done());
    }

    /// Tests say where the name has to be: the module they import from gets it.
    private Optional<CandidatePatch> reExport(Fault fault, MissingExport missing, ModuleInfo home) {
        Optional<ModuleInfo> module = fault.modules().byName(missing.module()).filter(m -> !ProjectFiles.isTest(m.path()));
        if (module.isEmpty() || fault.modules().wouldBeCycle(module.get(), home)) {
            return Optional.empty();
        }
        String from = ProjectImports.nameFor(fault.scene(), module.get(), home);
        return fault.scene().importPlace(module.get()).importFrom(from, missing.name(), null)
                .map(i -> draft(fault, "Import " + missing.name() + " in " + module.get().path()).rated(Tier.B, 0.85)
                        .because("The tests import `" + missing.name() + "` from `" + missing.module() + "`; it is defined in `" + home.path() + "`.")
                        .edit(module.get().path(), Replacement.insert(i.offset(), i.text())).done());
    }

    private Optional<CandidatePatch> ofLibrary(Fault fault, MissingExport missing) {
        int minor = fault.python().minor();
        List<Stdlib.Export> exporters = Stdlib.tables().exporters(missing.name(), minor).stream()
                .filter(e -> !e.module().equals(missing.module()) && (Stdlib.tables().rank(e.module()) < WELL_KNOWN || e.module().startsWith(missing.module() + "."))).toList();
        Optional<Stdlib.Export> best = exporters.stream().filter(e -> e.module().startsWith(missing.module() + ".")).findFirst()
                .or(() -> exporters.stream().findFirst());
        boolean own = fault.modules().byName(missing.module()).isPresent();
        return best.map(e -> {
            Draft draft = draft(fault, e.module().equals("builtins") ? "Use the builtin " + missing.name() : "Import " + missing.name() + " from " + e.module())
                    .rated(Tier.A, own ? 0.5 : exporters.size() == 1 ? 0.93 : 0.85).because("The standard library has `" + missing.name() + "` in `" + e.module() + "`.");
            if (e.module().equals("builtins")) {
                missing.remove(fault, draft);
            } else {
                importFrom(fault, draft, missing, e.module(), missing.name());
            }
            return draft.done();
        });
    }
}
