package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A float, or text, where Python wants a whole number: an index, a range, a repetition.
final class WholeNumberWanted implements RepairRule {
    private static final Pattern WANTED = Pattern.compile("'(float|str)' object cannot be interpreted as an integer"
            + "|(?:list|tuple|string|byte|bytearray|str|range) (?:indices|index) must be integers(?: or slices)?,? not '?(float|str)'?"
            + "|slice indices must be integers or None or have an __index__ method|can't multiply sequence by non-int of type '(float|str)'");

    @Override
    public String id() {
        return "whole-number-wanted";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.INDEX_TYPE", "TYP.INTEGER_REQUIRED", "TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", WANTED).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        divisions(fault, fault.expressions(Expr.BinOp.class), 0.96, patches);
        for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
            if (subscript.index() instanceof Expr.Slice slice) {
                Stream.of(slice.lower(), slice.upper(), slice.step()).filter(Objects::nonNull).forEach(e -> wrapped(fault, e, patches));
            } else {
                wrapped(fault, subscript.index(), patches);
            }
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Name n && n.id().equals("range")) {
                call.args().forEach(a -> wrapped(fault, a, patches));
            }
        }
        return patches;
    }

    private void divisions(Fault fault, List<Expr.BinOp> operations, double prior, List<CandidatePatch> patches) {
        for (Expr.BinOp op : operations) {
            if (op.op().equals("/")) {
                patches.add(draft(fault, "Divide whole numbers with //").rated(Tier.A, prior).because("/ always gives a float, and a whole number is wanted.")
                        .replace(op.opStart(), op.opStart() + 1, "//").done());
            }
        }
    }

    private void wrapped(Fault fault, Expr value, List<CandidatePatch> patches) {
        String type = Values.type(fault, value).orElse("");
        if (value instanceof Expr.Name name) {
            Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
            List<Expr.BinOp> made = Tree.walk(within).filter(n -> n instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name t
                    && t.id().equals(name.id())).map(n -> ((Stmt.Assign) n).value()).filter(v -> v instanceof Expr.BinOp).map(v -> (Expr.BinOp) v).toList();
            divisions(fault, made, 0.96, patches);
        }
        if (type.equals("float") || type.equals("str")) {
            patches.add(draft(fault, "Make " + fault.text(value) + " a whole number").rated(type.equals("float") ? Tier.B : Tier.A, type.equals("float") ? 0.6 : 0.88)
                    .because("A whole number is wanted here.").replace(value, "int(" + fault.text(value) + ")").done());
        }
    }
}
