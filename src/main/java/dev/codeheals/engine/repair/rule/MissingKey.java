package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;

/// A key that is not there: counted up or added to before it was set, or read where it may be missing.
final class MissingKey implements RepairRule {
    @Override
    public String id() {
        return "absent-key";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("KeyError")) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
            counted(fault, subscript, patches);
        }
        return patches;
    }

    /// {@code counts[word] += 1}, and {@code groups[key].append(x)}.
    private void counted(Fault fault, Expr.Subscript subscript, List<CandidatePatch> patches) {
        Stmt statement = fault.statement().orElse(null);
        String table = fault.text(subscript.value());
        String key = fault.text(subscript.index());
        if (statement instanceof Stmt.AugAssign assign && assign.target().equals(subscript) && assign.op().equals("+=")) {
            String zero = NeutralValue.of(fault, assign.value()).orElse("0");
            patches.add(draft(fault, "Count a new key from " + zero).rated(Tier.A, 0.93).because("The key is counted up before it was ever set.")
                    .replace(assign, table + "[" + key + "] = " + table + ".get(" + key + ", " + zero + ") + " + fault.text(assign.value())).done());
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Attribute a && a.value().equals(subscript)) {
                String empty = a.attr().equals("append") || a.attr().equals("extend") ? "[]" : a.attr().equals("add") ? "set()" : a.attr().equals("update") ? "{}" : "";
                if (!empty.isEmpty()) {
                    patches.add(draft(fault, "Begin a new key with " + empty).rated(Tier.A, 0.93).because("The key is added to before it was ever set.")
                            .replace(subscript, table + ".setdefault(" + key + ", " + empty + ")").done());
                }
            }
        }
        boolean read = statement != null && !(statement instanceof Stmt.AugAssign) && !(statement instanceof Stmt.Delete);
        if (read && fault.raisedHere()) {
            patches.add(draft(fault, "Take None where the key is missing").rated(Tier.B, 0.35).because("The key may be missing.")
                    .replace(subscript, table + ".get(" + key + ")").done());
        }
    }
}
