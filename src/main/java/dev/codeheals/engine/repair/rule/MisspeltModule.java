package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An imported module whose name is misspelt: one of the standard library, of the installed packages or of the project.
final class MisspeltModule implements RepairRule {
    private static final int MOST = 3;

    @Override
    public String id() {
        return "misspelt-module";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_NOT_FOUND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return MissingModule.of(fault).map(m -> patches(fault, m)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, MissingModule missing) {
        int dot = missing.module().lastIndexOf('.');
        String parent = dot < 0 ? "" : missing.module().substring(0, dot);
        String written = missing.module().substring(dot + 1);
        List<Names.Match> near = new ArrayList<>(Nearness.of(written, siblings(fault, parent)));
        near.removeIf(n -> !exports(fault, parent, n.name(), missing));
        near.replaceAll(n -> new Names.Match(n.name(), Math.min(0.99, n.score() + (isOwn(fault, parent, n.name()) ? 0.05 : 0))));
        near.sort((a, b) -> Double.compare(b.score(), a.score()));
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            patches.add(patch(fault, missing, written, near.get(i).name(), Nearness.prior(near, i)));
        }
        return patches;
    }

    private static Set<String> siblings(Fault fault, String parent) {
        Set<String> siblings = new HashSet<>();
        if (parent.isEmpty()) {
            siblings.addAll(fault.modules().topLevelNames());
            siblings.addAll(fault.python().distributions());
            siblings.addAll(fault.python().stdlib());
        }
        String prefix = parent.isEmpty() ? "" : parent + ".";
        for (String module : Stdlib.tables().moduleNames(fault.python().minor())) {
            add(module, prefix, siblings);
        }
        fault.modules().names().forEach(module -> add(module, prefix, siblings));
        siblings.removeIf(s -> s.startsWith("_"));
        return siblings;
    }

    private static void add(String module, String prefix, Set<String> siblings) {
        if (module.startsWith(prefix) && module.length() > prefix.length()) {
            int end = module.indexOf('.', prefix.length());
            siblings.add(module.substring(prefix.length(), end < 0 ? module.length() : end));
        }
    }

    private static boolean isOwn(Fault fault, String parent, String name) {
        return fault.modules().pathOf(parent.isEmpty() ? name : parent + "." + name).isPresent() || fault.modules().topLevelNames().contains(name);
    }

    /// A {@code from} import must find its names there, as far as that is known.
    private static boolean exports(Fault fault, String parent, String name, MissingModule missing) {
        String module = parent.isEmpty() ? name : parent + "." + name;
        List<String> wanted = missing.names();
        if (wanted.isEmpty() || wanted.contains("*")) {
            return true;
        }
        if (fault.modules().byName(module).isPresent()) {
            return fault.modules().exportsOf(module).stream().anyMatch(wanted::contains);
        }
        Set<String> exports = Stdlib.tables().exports(module, fault.python().minor());
        return exports.isEmpty() || missing.text().startsWith(missing.module() + ".") || exports.stream().anyMatch(wanted::contains)
                || wanted.stream().anyMatch(w -> Stdlib.tables().isModule(module + "." + w, fault.python().minor()));
    }

    private CandidatePatch patch(Fault fault, MissingModule missing, String written, String meant, double prior) {
        Draft draft = draft(fault, "Import " + meant + " instead of " + written).rated(Tier.A, prior)
                .because("There is no module `" + missing.module() + "`; `" + meant + "` is the nearest there is.");
        int at = missing.offset(fault) + Math.max(0, missing.text().indexOf(written));
        draft.replace(at, at + written.length(), meant);
        Optional<Node.Alias> alias = missing.alias().filter(a -> a.asName() == null && missing.module().indexOf('.') < 0);
        if (alias.isPresent()) {
            fault.tree().all(Expr.Name.class).stream().filter(n -> n.id().equals(written)).forEach(n -> draft.replace(n, meant));
        }
        return draft.done();
    }
}
