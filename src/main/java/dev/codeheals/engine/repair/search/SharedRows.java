package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import java.util.function.Consumer;

/// {@code [[0] * n] * m}: one row that stands there many times, so that a change of one row changes all.
final class SharedRows implements EditOperator {
    @Override
    public String id() {
        return "shared-rows";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.BinOp op : site.all(Expr.BinOp.class)) {
            if (op.op().equals("*") && op.left() instanceof Expr.ListExpr outer && outer.elements().size() == 1 && isMutable(outer.elements().getFirst())) {
                edits.accept(Edit.replace(0.7, "Make each row a list of its own", op,
                        "[" + site.text(outer.elements().getFirst()) + " for _ in range(" + site.text(op.right()) + ")]"));
            }
        }
    }

    private static boolean isMutable(Expr element) {
        return switch (element) {
            case Expr.ListExpr _, Expr.DictExpr _, Expr.SetExpr _ -> true;
            case Expr.Comp comp -> comp.kind() != Expr.ComprehensionKind.GENERATOR;
            case Expr.BinOp op -> op.op().equals("*") && op.left() instanceof Expr.ListExpr;
            case Expr.Call call -> call.function() instanceof Expr.Name;
            case Expr _ -> false;
        };
    }
}
