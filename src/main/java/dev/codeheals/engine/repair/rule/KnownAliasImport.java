package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A name everybody imports the same way ({@code np}, {@code plt}, {@code BeautifulSoup}), where its package is installed.
final class KnownAliasImport implements RepairRule {

    private record Known(KnownImport statement, String distribution) {}

    private static final class Loaded {
        static final Map<String, List<Known>> TABLE = read();

        private static Map<String, List<Known>> read() {
            Map<String, List<Known>> table = new HashMap<>();
            for (String line : Tables.lines("aliases.txt")) {
                String[] parts = line.split("\\|", -1);
                table.computeIfAbsent(parts[0].strip(), _ -> new ArrayList<>()).add(new Known(KnownImport.parse(parts[1].strip()), parts[2].strip()));
            }
            return table;
        }
    }

    @Override
    public String id() {
        return "missing-alias-import";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UndefinedName.boundNowhere(fault).map(n -> patches(fault, n)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, UndefinedName name) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (Known known : Loaded.TABLE.getOrDefault(name.name(), List.of())) {
            double prior = prior(fault, name, known);
            if (prior > 0) {
                Draft draft = draft(fault, "Add: " + known.statement().text()).rated(Tier.A, prior)
                        .because("`" + name.name() + "` is what this import is usually called; its package is installed.");
                known.statement().addTo(draft, fault);
                draft.unlessEmpty().ifPresent(patches::add);
            }
        }
        return patches;
    }

    /// A name of one or two letters, or an everyday word, counts only where the module has what is taken from it.
    private static double prior(Fault fault, UndefinedName name, Known known) {
        Optional<String> attribute = name.attribute(fault);
        boolean used = attribute.isPresent() || name.isCalled(fault) || Character.isUpperCase(name.name().charAt(0));
        if (known.distribution().isEmpty()) {
            String module = known.statement().name() == null ? known.statement().module() : known.statement().module() + "." + known.statement().name();
            boolean exported = attribute.isPresent() && Stdlib.tables().export(module, attribute.get(), fault.python().minor()).isPresent();
            return exported ? 0.93 : 0;
        }
        return !fault.python().distributions().contains(known.distribution()) || !used ? 0 : name.name().length() == 1 ? 0.7 : 0.93;
    }
}
