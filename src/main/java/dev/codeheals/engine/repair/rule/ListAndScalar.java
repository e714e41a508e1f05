package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A single value added to a list, and an item assigned in a tuple.
final class ListAndScalar implements RepairRule {
    private static final Pattern CONCATENATE = Pattern.compile("can only concatenate (list|tuple) \\(not \"(\\w+)\"\\) to \\1|'(\\w+)' object is not iterable");
    private static final Pattern ASSIGN = Pattern.compile("'(?:tuple|str)' object does not support item assignment");

    @Override
    public String id() {
        return "list-and-scalar";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ITEM_ASSIGNMENT", "TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.says("TypeError", CONCATENATE).isPresent()) {
            for (Expr.BinOp op : fault.expressions(Expr.BinOp.class)) {
                added(fault, op.left(), op.op(), op.right(), patches);
            }
            if (fault.statement().isPresent() && fault.statement().get() instanceof Stmt.AugAssign assign && assign.op().equals("+=")) {
                added(fault, assign.target(), "+", assign.value(), patches);
            }
        }
        if (fault.says("TypeError", ASSIGN).isPresent() && fault.statement().isPresent() && fault.statement().get() instanceof Stmt.Assign assign
                && assign.targets().getFirst() instanceof Expr.Subscript target && target.value() instanceof Expr.Name name) {
            replaced(fault, assign, target, name, patches);
        }
        return patches;
    }

    private void added(Fault fault, Expr left, String op, Expr right, List<CandidatePatch> patches) {
        String list = Values.type(fault, left).orElse("");
        String other = Values.type(fault, right).orElse("");
        if (op.equals("+") && (list.equals("list") || list.isEmpty()) && !other.equals("list") && !(right instanceof Expr.ListExpr)) {
            boolean many = other.equals("tuple") || other.equals("set") || other.equals("range") || other.startsWith("dict_") || other.equals("map");
            patches.add(draft(fault, many ? "Add the items as a list" : "Add a list of one").rated(Tier.B, list.isEmpty() ? 0.6 : 0.85)
                    .because("Only a list can be added to a list.")
                    .replace(right, many ? "list(" + fault.text(right) + ")" : "[" + fault.text(right) + "]").done());
        }
    }

    private void replaced(Fault fault, Stmt.Assign assign, Expr.Subscript target, Expr.Name name, List<CandidatePatch> patches) {
        boolean text = Values.type(fault, name).filter("str"::equals).isPresent();
        String index = fault.text(target.index());
        String value = fault.text(assign.value());
        String middle = text ? value : "(" + value + ",)";
        String after = target.index() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.INT ? String.valueOf(Integer.parseInt(c.value()) + 1) : index + " + 1";
        patches.add(draft(fault, "Build a new " + (text ? "text" : "tuple")).rated(Tier.B, 0.75).because("It cannot be changed in place.")
                .replace(assign, name.id() + " = " + name.id() + "[:" + index + "] + " + middle + " + " + name.id() + "[" + after + ":]").done());
    }
}
