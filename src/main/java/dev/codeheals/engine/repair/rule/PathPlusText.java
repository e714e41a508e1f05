package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A text added to a path by {@code +}: a further part is joined with {@code /}, an ending goes to the path's name.
final class PathPlusText implements RepairRule {
    private static final Pattern ADDED = Pattern.compile("unsupported operand type\\(s\\) for \\+: '\\w*Path' and 'str'");

    @Override
    public String id() {
        return "path-plus-text";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNSUPPORTED_OPERAND", "TYP.STR_NUMBER_MIX");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (!fault.inTests() && fault.says("TypeError", ADDED).isPresent()) {
            fault.expressions(Expr.BinOp.class).stream().filter(op -> op.op().equals("+") && !Values.isText(fault, op.left()))
                    .forEach(op -> added(fault, op, patches));
        }
        return patches;
    }

    private void added(Fault fault, Expr.BinOp op, List<CandidatePatch> patches) {
        String path = Values.operand(fault, op.left());
        String text = Values.operand(fault, op.right());
        String literal = op.right() instanceof Expr.Constant c ? c.value() : op.right() instanceof Expr.JoinedStr f && f.parts().getFirst() instanceof Expr.Constant c ? c.value() : "";
        boolean part = literal.startsWith("/");
        boolean ending = literal.matches("(?s)[._-].*");
        String bare = part ? text.replaceFirst("/", "") : text;
        Draft joined = draft(fault, "Join the path and " + fault.text(op.right())).rated(part ? Tier.A : Tier.B, part ? 0.95 : ending ? 0.4 : 0.85)
                .because("Paths are joined with `/`.").replace(op, path + " / " + bare);
        Draft named = draft(fault, "Add " + fault.text(op.right()) + " to the path's name").rated(Tier.B, ending ? 0.93 : 0.5)
                .because("A path is not lengthened by `+`, but its name can be.").replace(op, path + ".with_name(" + path + ".name + " + text + ")");
        patches.add((ending ? named : joined).done());
        patches.add((ending ? joined : named).done());
    }
}
