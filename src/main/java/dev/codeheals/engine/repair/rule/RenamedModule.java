package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A module that is gone or goes by another name: those of Python 2, removed ones, backports that the library now holds.
final class RenamedModule implements RepairRule {

    @Override
    public String id() {
        return "renamed-module";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_NOT_FOUND", "RES.REMOVED_MODULE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return MissingModule.of(fault).flatMap(m -> renamed(m).flatMap(r -> patch(fault, m, r))).stream().toList();
    }

    private static Optional<RenamedModules.Renamed> renamed(MissingModule missing) {
        RenamedModules table = RenamedModules.table();
        return table.of(missing.text()).or(() -> table.of(missing.module()));
    }

    private Optional<CandidatePatch> patch(Fault fault, MissingModule missing, RenamedModules.Renamed renamed) {
        if (!isThere(fault, renamed.main())) {
            return Optional.empty();
        }
        Draft draft = draft(fault, "Import " + renamed.main() + " instead of " + missing.text()).rated(Tier.A, 0.96)
                .because("`" + missing.text() + "` is gone; its content is in `" + renamed.main() + "`.");
        if (missing.from().isPresent()) {
            from(fault, draft, missing, missing.from().get(), renamed);
        } else {
            plain(fault, draft, missing, renamed);
        }
        return draft.unlessEmpty();
    }

    private static boolean isThere(Fault fault, String module) {
        String top = module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
        return Stdlib.tables().isModule(module, fault.python().minor()) || fault.python().distributions().contains(top);
    }

    private static void from(Fault fault, Draft draft, MissingModule missing, Stmt.ImportFrom statement, RenamedModules.Renamed renamed) {
        Map<String, List<String>> homes = new LinkedHashMap<>();
        for (Node.Alias alias : statement.names()) {
            String home = home(fault, renamed, alias.name());
            homes.computeIfAbsent(home, _ -> new ArrayList<>()).add(fault.text(alias));
        }
        if (homes.size() == 1) {
            int at = missing.offset(fault);
            draft.replace(at, at + statement.module().length(), homes.keySet().iterator().next());
            return;
        }
        String indent = fault.source().indentOf(fault.source().lineOf(statement.start()));
        List<String> lines = homes.entrySet().stream().map(h -> "from " + h.getKey() + " import " + String.join(", ", h.getValue())).toList();
        draft.replace(statement, String.join(fault.source().eol() + indent, lines));
    }

    /// The part of a split module that has the name; where the table does not say, the one that the library says exports it.
    private static String home(Fault fault, RenamedModules.Renamed renamed, String name) {
        String home = renamed.homeOf(name);
        int minor = fault.python().minor();
        boolean wrong = Stdlib.tables().isModule(home, minor) && Stdlib.tables().export(home, name, minor).isEmpty();
        return wrong ? Stdlib.tables().exporters(name, minor).stream().map(Stdlib.Export::module)
                .filter(m -> m.startsWith(home.indexOf('.') < 0 ? home : home.substring(0, home.indexOf('.')))).findFirst().orElse(home) : home;
    }

    private static void plain(Fault fault, Draft draft, MissingModule missing, RenamedModules.Renamed renamed) {
        Node.Alias alias = missing.alias().orElseThrow();
        if (alias.asName() != null) {
            draft.replace(alias, renamed.main().equals(alias.asName()) ? renamed.main() : renamed.main() + " as " + alias.asName());
            return;
        }
        Set<String> needed = new LinkedHashSet<>();
        for (Expr.Attribute read : fault.tree().all(Expr.Attribute.class)) {
            if (ImportedModule.chain(read.value()).filter(alias.name()::equals).isPresent()) {
                String home = home(fault, renamed, read.attr());
                needed.add(home);
                draft.replace(read.value(), home);
            }
        }
        if (needed.isEmpty()) {
            needed.add(renamed.main());
        }
        draft.replace(alias, String.join(", ", needed));
    }
}
