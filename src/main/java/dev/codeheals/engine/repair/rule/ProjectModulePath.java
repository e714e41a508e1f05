package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An import of a project module by the wrong path: too short, too long, relative in a script, or from the wrong folder.
final class ProjectModulePath implements RepairRule {
    private static final Pattern NO_PARENT = Pattern.compile("attempted relative import (?:with no known parent package|beyond top-level package|in non-package)"
            + "|No module named '__main__\\.");

    @Override
    public String id() {
        return "project-module-path";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_NOT_FOUND", "RES.RELATIVE_IMPORT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.inTests()) {
            return List.of();
        }
        if (fault.says(NO_PARENT).isPresent() && fault.statement().orElse(null) instanceof Stmt.ImportFrom from && from.level() > 0) {
            return absolute(fault, from).stream().toList();
        }
        return MissingModule.of(fault).map(m -> elsewhere(fault, m)).orElse(List.of());
    }

    /// A relative import in a file that is run as a script.
    private Optional<CandidatePatch> absolute(Fault fault, Stmt.ImportFrom from) {
        String last = from.module().substring(from.module().lastIndexOf('.') + 1);
        List<ModuleInfo> wanted = from.module().isEmpty() ? List.of() : named(fault, last).stream()
                .filter(m -> m.name().endsWith(from.module()) || m.name().equals(last)).toList();
        if (from.module().isEmpty()) {
            return siblings(fault, from);
        }
        if (wanted.size() != 1) {
            return Optional.empty();
        }
        boolean script = fault.message().contains("no known parent") || fault.message().contains("__main__");
        String name = script ? fromFolder(fault, wanted.getFirst()) : wanted.getFirst().name();
        int at = fault.source().text().indexOf('.', from.start());
        return Optional.of(draft(fault, "Import from " + name).rated(Tier.B, 0.88).because("A file that is run as a script has no package for the dots to start from.")
                .replace(at, at + from.level() + from.module().length(), name).done());
    }

    /// {@code from . import helpers} in a script beside {@code helpers.py}.
    private Optional<CandidatePatch> siblings(Fault fault, Stmt.ImportFrom from) {
        boolean all = from.names().stream().allMatch(a -> !named(fault, a.name()).isEmpty());
        String names = String.join(", ", from.names().stream().map(fault::text).toList());
        return all ? Optional.of(draft(fault, "Import " + names).rated(Tier.B, 0.85)
                .because("A file that is run as a script has no package for the dots to start from.").replace(from, "import " + names).done()) : Optional.empty();
    }

    /// The module as seen from the folder of the script, which is where Python looks first.
    private static String fromFolder(Fault fault, ModuleInfo wanted) {
        String folder = fault.file().contains("/") ? fault.file().substring(0, fault.file().lastIndexOf('/') + 1) : "";
        String path = wanted.path().startsWith(folder) ? wanted.path().substring(folder.length()) : wanted.path();
        return path.replaceAll("(/__init__)?\\.py$", "").replace('/', '.');
    }

    private static List<ModuleInfo> named(Fault fault, String last) {
        return fault.scene().ownModules().stream().filter(m -> m.name().equals(last) || m.name().endsWith("." + last))
                .filter(m -> !m.path().equals(fault.file())).toList();
    }

    private List<CandidatePatch> elsewhere(Fault fault, MissingModule missing) {
        String last = missing.text().substring(missing.text().lastIndexOf('.') + 1);
        List<ModuleInfo> homes = named(fault, last).stream().filter(m -> !m.name().equals(missing.text())).filter(m -> has(fault, m, missing)).toList();
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo home : homes.subList(0, Math.min(2, homes.size()))) {
            double prior = homes.size() == 1 ? 0.92 : 0.6;
            missing.from().map(f -> from(fault, missing, f, home, prior)).ifPresent(patches::add);
            missing.alias().filter(a -> a.name().equals(missing.text())).map(a -> plain(fault, missing, a, home, prior)).ifPresent(patches::add);
        }
        return patches;
    }

    private static boolean has(Fault fault, ModuleInfo home, MissingModule missing) {
        return missing.names().isEmpty() || missing.names().contains("*") || fault.modules().exportsOf(home.name()).containsAll(missing.names());
    }

    private CandidatePatch from(Fault fault, MissingModule missing, Stmt.ImportFrom statement, ModuleInfo home, double prior) {
        String name = statement.level() > 0 ? ProjectImports.relative(fault.module(), home).orElse(home.name())
                : ProjectImports.nameFor(fault.scene(), fault.module(), home);
        int at = missing.offset(fault);
        return draft(fault, "Import from " + name).rated(Tier.B, prior).because("The module is at `" + home.path() + "`.")
                .replace(at - statement.level(), at + statement.module().length(), name).done();
    }

    private CandidatePatch plain(Fault fault, MissingModule missing, Node.Alias alias, ModuleInfo home, double prior) {
        String dotted = ProjectImports.nameFor(fault.scene(), fault.module(), home);
        Draft draft = draft(fault, "Import " + dotted).rated(Tier.B, prior).because("The module is at `" + home.path() + "`.");
        boolean single = missing.statement() instanceof Stmt.Import i && i.names().size() == 1;
        if (!dotted.contains(".")) {
            draft.replace(alias.start(), alias.start() + alias.name().length(), dotted);
            fault.tree().all(Expr.Attribute.class).stream().filter(a -> fault.text(a).equals(alias.name()) && alias.asName() == null).forEach(a -> draft.replace(a, dotted));
        } else if (single && !alias.name().contains(".")) {
            String as = alias.asName() == null ? "" : " as " + alias.asName();
            draft.replace(missing.statement(), "from " + ProjectImports.parent(dotted) + " import " + alias.name() + as);
        } else {
            draft.replace(alias.start(), alias.start() + alias.name().length(), home.name() + (alias.asName() == null ? " as " + alias.name().replace('.', '_') : ""));
            fault.tree().all(Expr.Attribute.class).stream().filter(a -> fault.text(a).equals(alias.name())).forEach(a -> draft.replace(a, alias.name().replace('.', '_')));
        }
        return draft.done();
    }
}
