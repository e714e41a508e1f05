package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Suggestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A package that is not installed. No edit of the code is right; the advice is what to install.
final class MissingDistribution implements RepairRule {
    private static final class Loaded {
        static final Map<String, String> TABLE = read();

        private static Map<String, String> read() {
            Map<String, String> table = new HashMap<>();
            Tables.lines("distributions.txt").forEach(l -> table.put(l.substring(0, l.indexOf(' ')), l.substring(l.indexOf(' ') + 1).strip()));
            return table;
        }
    }

    @Override
    public String id() {
        return "missing-distribution";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_NOT_FOUND", "RES.REMOVED_MODULE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return List.of();
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        Optional<MissingModule> missing = MissingModule.of(fault);
        String top = missing.map(m -> m.module().contains(".") ? m.module().substring(0, m.module().indexOf('.')) : m.module()).orElse("");
        boolean foreign = !top.isEmpty() && !fault.modules().topLevelNames().contains(top) && !fault.python().stdlib().contains(top)
                && !fault.python().distributions().contains(top);
        if (!foreign) {
            return List.of();
        }
        if (RenamedModules.table().of(top).isPresent()) {
            return List.of(new Suggestion(id(), "`" + top + "` is not part of Python " + fault.python().version() + ".",
                    "Use `" + RenamedModules.table().of(top).get().main() + "` instead."));
        }
        String distribution = Loaded.TABLE.getOrDefault(top, top.replace('_', '-'));
        return List.of(new Suggestion(id(), "The package `" + top + "` is not installed for this interpreter.",
                "python -m pip install " + distribution));
    }
}
