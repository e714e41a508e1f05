package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A {@code from} import of a misspelt name; or of a name that is misspelt where it is defined.
final class MisspeltImportName implements RepairRule {
    private static final int MOST = 3;
    private static final Pattern HINT = Pattern.compile("Did you mean: '(\\w+)'");

    @Override
    public String id() {
        return "misspelt-import-name";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.CANNOT_IMPORT_NAME");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return MissingExport.of(fault).map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, MissingExport missing) {
        Optional<ModuleInfo> own = fault.modules().byName(missing.module());
        List<Names.Match> near = Nearness.of(missing.name(), exports(fault, missing));
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i);
            double definition = own.isPresent() && own.get().definitions().containsKey(meant) ? definitionSlip(fault, own.get(), missing, meant) : 0;
            if (definition > 0) {
                patches.add(renameDefinition(fault, missing, own.orElseThrow(), meant, prior * definition));
            }
            if (!fault.inTests() || own.isEmpty()) {
                patches.add(renameUse(fault, missing, meant, definition > 0.9 ? prior * 0.7 : prior));
            }
        }
        return patches;
    }

    private static Set<String> exports(Fault fault, MissingExport missing) {
        Set<String> exports = new LinkedHashSet<>(fault.modules().exportsOf(missing.module()));
        if (exports.isEmpty()) {
            exports.addAll(Stdlib.tables().exports(missing.module(), fault.python().minor()));
        }
        if (exports.isEmpty()) {
            HINT.matcher(fault.message()).results().forEach(m -> exports.add(m.group(1)));
        }
        return exports;
    }

    /// How likely the slip is in the definition: surely where tests import the other spelling or several files do and nobody says this one.
    private static double definitionSlip(Fault fault, ModuleInfo module, MissingExport missing, String meant) {
        if (fault.inTests()) {
            return 1;
        }
        boolean read = !module.scopes().all().stream().allMatch(s -> s.uses(meant).isEmpty()) || importers(fault, meant) > 0;
        int spelling = Spelling.compare(missing.name(), meant);
        return read || spelling > 0 ? 0 : spelling < 0 ? 1 : importers(fault, missing.name()) > 1 ? 1 : 0.8;
    }

    private static long importers(Fault fault, String name) {
        return fault.modules().all().stream().filter(m -> m.parsed().source().text().contains(name)).flatMap(m -> Tree.of(m.parsed()).all(Stmt.ImportFrom.class).stream())
                .filter(f -> f.names().stream().anyMatch(a -> a.name().equals(name))).count();
    }

    private CandidatePatch renameDefinition(Fault fault, MissingExport missing, ModuleInfo module, String meant, double prior) {
        Draft draft = draft(fault, "Rename " + meant + " to " + missing.name()).rated(Tier.A, prior)
                .because("`" + module.path() + "` defines `" + meant + "`, but it is imported as `" + missing.name() + "`.");
        new Renaming(fault.scene(), draft, meant, missing.name()).topLevel(module);
        return draft.done();
    }

    private CandidatePatch renameUse(Fault fault, MissingExport missing, String meant, double prior) {
        Draft draft = draft(fault, "Import " + meant + " instead of " + missing.name()).rated(Tier.A, prior)
                .because("`" + missing.module() + "` has no `" + missing.name() + "`; the nearest it has is `" + meant + "`.")
                .replace(missing.alias().start(), missing.alias().start() + missing.name().length(), meant);
        boolean bound = missing.alias().asName() == null;
        if (bound) {
            fault.tree().all(Expr.Name.class).stream().filter(n -> n.id().equals(missing.name())).forEach(n -> draft.replace(n, meant));
        }
        return draft.done();
    }
}
