package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A key that is not there: counted up or added to before it was set, or read where it may be missing.
final class MissingKey implements RepairRule {
    @Override
    public String id() {
        return "absent-key";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR");
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
        boolean read = statement != null && !(statement instanceof Stmt.AugAssign) && !(statement instanceof Stmt.Delete) && !isTarget(statement, subscript);
        if (read && fault.raisedHere()) {
            neutral(fault, subscript).ifPresent(value -> patches.add(draft(fault, "Take " + value + " where the key is missing").rated(Tier.B, 0.72)
                    .because("The key may be missing; the table's other values are of that kind.")
                    .replace(subscript, table + ".get(" + key + ", " + value + ")").done()));
            patches.add(draft(fault, "Take None where the key is missing").rated(Tier.B, 0.35).because("The key may be missing.")
                    .replace(subscript, table + ".get(" + key + ")").done());
        }
    }

    private static boolean isTarget(Stmt statement, Expr.Subscript subscript) {
        return statement instanceof Stmt.Assign assign && assign.targets().contains(subscript);
    }

    /// Nothing, in the kind of the values there are; where there are none, as the value is used.
    private static Optional<String> neutral(Fault fault, Expr.Subscript subscript) {
        List<String> kinds = fault.valueOf(subscript.value()).map(ValueFacts::elements).orElse(List.of()).stream().distinct().toList();
        if (kinds.size() == 1) {
            return NeutralValue.ofType(fault, kinds.getFirst());
        }
        return switch (fault.tree().parentOf(subscript).orElse(subscript)) {
            case Expr.BinOp op when !op.op().equals("+") && !op.op().equals("%") -> Optional.of("0");
            case Expr.BinOp op -> NeutralValue.of(fault, op.left().equals(subscript) ? op.right() : op.left());
            case Expr.Compare c when c.comparators().size() == 1 && (c.ops().getFirst().equals("in") || c.ops().getFirst().equals("not in")) -> Optional.of("()");
            case Expr.Compare c when c.comparators().size() == 1 -> NeutralValue.of(fault, c.left().equals(subscript) ? c.comparators().getFirst() : c.left());
            case Stmt.For loop when loop.iter().equals(subscript) -> Optional.of("()");
            case Expr.Call call when CallSite.last(call.function()).equals("len") || CallSite.last(call.function()).equals("sum") -> Optional.of("()");
            case Node _ -> Optional.empty();
        };
    }
}
