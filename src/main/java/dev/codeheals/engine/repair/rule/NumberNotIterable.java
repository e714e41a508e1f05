package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// {@code for i in 5} and {@code for i in len(x)}: a loop over a number wants a range.
final class NumberNotIterable implements RepairRule {
    private static final Pattern ITERABLE = Pattern.compile("'(?:int|float)' object is not iterable");

    private static final Set<String> TAKE_MANY = Set.of("sum", "max", "min", "list", "sorted", "set", "tuple", "enumerate");
    private static final Set<String> PICK_ONE = Set.of("sum", "max", "min");

    @Override
    public String id() {
        return "number-not-iterable";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.NOT_ITERABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", ITERABLE).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        fault.statement().filter(s -> s instanceof Stmt.For).ifPresent(s -> ranged(fault, ((Stmt.For) s).iter(), patches));
        for (Expr.Comp comp : fault.expressions(Expr.Comp.class)) {
            for (Node.Comprehension generator : comp.generators()) {
                ranged(fault, generator.iter(), patches);
            }
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (CallSite.last(call.function()).equals("enumerate") && !call.args().isEmpty()) {
                ranged(fault, call.args().getFirst(), patches);
            }
            boolean takesMany = call.function() instanceof Expr.Name n && TAKE_MANY.contains(n.id());
            if (takesMany && call.args().size() == 1 && Values.isNumber(fault, call.args().getFirst())) {
                patches.add(draft(fault, "Pass a list").rated(Tier.B, 0.5).because("The function takes many values, not one.")
                        .replace(call.args().getFirst(), "[" + fault.text(call.args().getFirst()) + "]").done());
            }
        }
        return patches;
    }

    private void ranged(Fault fault, Expr iter, List<CandidatePatch> patches) {
        // A collection is none of the numbers the message speaks of, and of a number the least cannot be taken: that call is what failed then.
        boolean counted = iter instanceof Expr.Call c && c.function() instanceof Expr.Name n && TAKE_MANY.contains(n.id())
                && (!PICK_ONE.contains(n.id()) || (c.args().size() == 1 && Values.isNumber(fault, c.args().getFirst())));
        boolean other = counted || Values.type(fault, iter).filter(t -> !Values.numeric(t)).isPresent();
        if (!other && !(iter instanceof Expr.ListExpr)) {
            boolean sure = Values.isNumber(fault, iter);
            patches.add(draft(fault, "Loop over range(" + fault.text(iter) + ")").rated(Tier.A, sure ? 0.94 : 0.88)
                    .because("A number cannot be looped over; its range can.").replace(iter, "range(" + fault.text(iter) + ")").done());
        }
    }
}
