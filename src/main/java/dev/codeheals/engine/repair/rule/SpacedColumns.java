package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Columns of a CSV file whose names begin with a blank, since one stands behind each comma: the reader is told to skip it.
final class SpacedColumns implements RepairRule {
    private static final Set<String> READERS = Set.of("DictReader", "reader", "read_csv");

    private record Reader(ModuleInfo module, Expr.Call call) {}

    @Override
    public String id() {
        return "spaced-columns";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<KeyFault> spaced = KeyFault.of(fault).filter(m -> !m.text().isEmpty() && m.knownTexts().stream().anyMatch(k -> isSpaced(k, m.text())));
        List<Reader> readers = spaced.isEmpty() ? List.of() : readers(fault);
        return readers.size() == 1 ? List.of(patch(fault, readers.getFirst())) : List.of();
    }

    /// Whether a key is the other one with blanks in front.
    static boolean isSpaced(String key, String wanted) {
        return !key.equals(wanted) && key.stripLeading().equals(wanted);
    }

    private static List<Reader> readers(Fault fault) {
        return fault.scene().ownModules().stream().flatMap(m -> Tree.of(m.parsed()).all(Expr.Call.class).stream().map(c -> new Reader(m, c)))
                .filter(r -> READERS.contains(CallSite.last(r.call().function())) && !r.call().args().isEmpty())
                .filter(r -> r.call().keywords().stream().noneMatch(k -> k.name() == null || k.name().equals("skipinitialspace"))).toList();
    }

    private CandidatePatch patch(Fault fault, Reader reader) {
        int last = Math.max(reader.call().args().getLast().end(), reader.call().keywords().stream().mapToInt(k -> k.end()).max().orElse(0));
        return draft(fault, "Skip the blank behind each comma").rated(Tier.B, 0.95).because("The names of the columns begin with a blank, and so do their values.")
                .edit(reader.module().path(), Replacement.insert(last, ", skipinitialspace=True")).done();
    }
}
