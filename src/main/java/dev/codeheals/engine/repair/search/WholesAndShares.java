package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A division that leaves out what does not fill a whole, and a share where the whole with or without it is wanted.
final class WholesAndShares implements EditOperator {
    private static final Pattern SHARE = Pattern.compile("(?:Decimal\\(')?0?\\.\\d+(?:'\\))?");
    private static final Pattern SHARE_NAME = Pattern.compile("(?i).*(rate|tax|vat|percent|pct|discount|interest|share|fee|markup|margin|growth).*", Pattern.DOTALL);

    @Override
    public String id() {
        return "whole-and-share";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.BinOp op : site.all(Expr.BinOp.class)) {
            if (op.op().equals("//")) {
                up(site, op, op, edits);
            } else if (op.op().equals("*")) {
                beside(site, op.right(), edits);
                beside(site, op.left(), edits);
            }
        }
        for (Expr.Call call : site.all(Expr.Call.class)) {
            String name = Site.called(call.function());
            boolean cuts = name.equals("int") || name.equals("round") || name.equals("floor");
            if (cuts && call.args().size() == 1 && call.args().getFirst() instanceof Expr.BinOp op && op.op().equals("/")) {
                up(site, call, op, edits);
            }
        }
    }

    private static void up(Site site, Expr whole, Expr.BinOp division, Consumer<Edit> edits) {
        String left = site.operand(division.left());
        String right = site.operand(division.right());
        boolean math = site.module().scopes().module().binds("math");
        boolean ceil = site.module().scopes().module().binds("ceil");
        String up = math ? "math.ceil(" + left + " / " + right + ")" : ceil ? "ceil(" + left + " / " + right + ")" : "-(-" + left + " // " + right + ")";
        edits.accept(Edit.replace(math || ceil ? 0.5 : 0.3, "Round up", whole, up));
    }

    private static void beside(Site site, Expr share, Consumer<Edit> edits) {
        Optional<String> seen = site.valueOf(share).map(ValueFacts::repr);
        boolean open = share instanceof Expr.Name || share instanceof Expr.Attribute || share instanceof Expr.Subscript || share instanceof Expr.Constant;
        boolean named = SHARE_NAME.matcher(site.text(share)).matches();
        boolean shown = share instanceof Expr.Constant c ? SHARE.matcher(c.value()).matches() : seen.map(s -> SHARE.matcher(s).matches()).orElse(named);
        if (open && shown) {
            double prior = named ? 0.4 : 0.25;
            edits.accept(Edit.replace(prior, "Add the share to the whole", share, "(1 + " + site.text(share) + ")"));
            edits.accept(Edit.replace(prior - 0.05, "Take the share off the whole", share, "(1 - " + site.text(share) + ")"));
        }
    }
}
