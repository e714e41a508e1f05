package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A loop over a dict whose values were meant, and pairs taken from a dict or list that gives single items.
final class RecordsByName implements RepairRule {
    private static final Pattern TEXT_INDEX = Pattern.compile("string indices must be integers.*");
    private static final Pattern UNPACK = Pattern.compile("(?:not enough values|too many values) to unpack.*|cannot unpack non-(?:iterable|sequence) (\\w+) object.*");

    @Override
    public String id() {
        return "records-by-name";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.says("TypeError", TEXT_INDEX).isPresent()) {
            for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
                if (subscript.value() instanceof Expr.Name name) {
                    loops(fault).filter(l -> l.target() instanceof Expr.Name t && t.id().equals(name.id())).forEach(l -> patches.add(
                            draft(fault, "Loop over the values").rated(Tier.B, 0.78).because("Looping over a dict gives its keys.")
                                    .insert(l.iter().end(), ".values()").done()));
                }
            }
        }
        boolean unpacks = fault.says("ValueError", UNPACK).isPresent() || fault.says("TypeError", UNPACK).isPresent();
        if (unpacks && fault.statement().isPresent() && fault.statement().get() instanceof Stmt.For loop && loop.target() instanceof Expr.TupleExpr pair
                && pair.elements().size() == 2) {
            String type = Values.type(fault, loop.iter()).map(t -> t.substring(t.lastIndexOf('.') + 1)).orElse("");
            boolean table = type.equals("dict") || type.endsWith("Dict") || type.equals("defaultdict") || type.equals("Counter");
            if (table || type.isEmpty()) {
                patches.add(draft(fault, "Loop over the items").rated(table ? Tier.A : Tier.B, table ? 0.95 : 0.75).because("Looping over a dict gives its keys alone.")
                        .insert(loop.iter().end(), ".items()").done());
            }
            if (!table) {
                patches.add(draft(fault, "Count along with enumerate").rated(Tier.B, type.isEmpty() ? 0.6 : 0.78).because("The loop wants a number beside each item.")
                        .replace(loop.iter(), "enumerate(" + fault.text(loop.iter()) + ")").done());
            }
        }
        return patches;
    }

    private static Stream<Stmt.For> loops(Fault fault) {
        return Tree.of(fault.parsed()).all(Stmt.For.class).stream()
                .filter(l -> fault.source().lineOf(l.start()) <= fault.line() && fault.source().lineOf(l.end()) >= fault.line());
    }
}
