package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An index one too far: the range that gives it, the bound of the loop, or the index itself is one too large.
final class IndexBeyondEnd implements RepairRule {
    private static final Pattern BEYOND = Pattern.compile("(?:list|tuple|string|array|range object|bytearray|deque|pop|assignment)? ?(?:assignment )?index out of range"
            + "|index \\d+ is out of bounds");

    @Override
    public String id() {
        return "index-beyond-end";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IDX.INDEX_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("IndexError", BEYOND).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
            index(fault, subscript, patches);
        }
        Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
        Tree.walk(within).forEach(node -> bounds(fault, node, patches));
        return patches;
    }

    private void index(Fault fault, Expr.Subscript subscript, List<CandidatePatch> patches) {
        Expr at = subscript.index();
        if (at instanceof Expr.Call c && c.function() instanceof Expr.Name n && n.id().equals("len")) {
            patches.add(draft(fault, "Take the last item").rated(Tier.A, 0.93).because("Indexes begin at 0, so the last is one less than the length.")
                    .replace(at, c.args().size() == 1 && fault.text(c.args().getFirst()).equals(fault.text(subscript.value())) ? "-1" : fault.text(at) + " - 1").done());
        } else if (at instanceof Expr.BinOp sum && sum.right() instanceof Expr.BinOp rest && rest.op().equals("%") && fault.text(rest).startsWith(fault.text(rest.left()))) {
            patches.add(draft(fault, "Take the remainder of the whole index").rated(Tier.A, 0.93).because("`%` binds closer than `" + sum.op() + "`, so only a part of the index is wrapped round.")
                    .replace(at, "(" + fault.text(sum.left()) + " " + sum.op() + " " + fault.text(rest.left()) + ") % " + fault.text(rest.right())).done());
        } else if (at instanceof Expr.BinOp op && op.op().equals("+")) {
            patches.add(draft(fault, "Use the index " + fault.text(op.left())).rated(Tier.B, 0.55).because("The index lies one beyond the end.")
                    .replace(at, fault.text(op.left())).done());
        } else if (at instanceof Expr.Name) {
            patches.add(draft(fault, "Use the index before").rated(Tier.B, 0.45).because("The index lies one beyond the end.")
                    .replace(at, fault.text(at) + " - 1").done());
        }
    }

    private void bounds(Fault fault, Node node, List<CandidatePatch> patches) {
        if (node instanceof Expr.Call call && call.function() instanceof Expr.Name n && n.id().equals("range") && !call.args().isEmpty()) {
            Expr stop = call.args().size() == 1 ? call.args().getFirst() : call.args().get(1);
            plusOne(stop).ifPresentOrElse(inner -> patches.add(draft(fault, "Let the range end one earlier").rated(Tier.A, 0.9)
                            .because("The range goes one beyond the last index.").replace(stop, fault.text(inner)).done()),
                    () -> patches.add(draft(fault, "Let the range end one earlier").rated(Tier.B, 0.7)
                            .because("The loop reads beyond the last index.").replace(stop, Values.operand(fault, stop) + " - 1").done()));
        }
        if (node instanceof Stmt.While loop && loop.test() instanceof Expr.Compare compare && compare.ops().size() == 1 && compare.ops().getFirst().equals("<=")) {
            patches.add(draft(fault, "End the loop before the length").rated(Tier.A, 0.9).because("An index equal to the length lies beyond the end.")
                    .replace(compare.opStarts().getFirst(), compare.opStarts().getFirst() + 2, "<").done());
        }
    }

    private static Optional<Expr> plusOne(Expr expr) {
        return expr instanceof Expr.BinOp op && op.op().equals("+") && op.right() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.INT
                ? Optional.of(op.left()) : Optional.empty();
    }
}
