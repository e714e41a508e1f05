package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import java.util.Set;
import java.util.function.Consumer;

/// The difference of two days of the month, two hours of a day: right only until the next month or day begins.
final class WholeSpans implements EditOperator {
    private static final Set<String> PARTS = Set.of("day", "hour", "minute", "second");

    @Override
    public String id() {
        return "whole-span";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.BinOp op : site.all(Expr.BinOp.class)) {
            if (op.op().equals("-") && op.left() instanceof Expr.Attribute left && op.right() instanceof Expr.Attribute right
                    && left.attr().equals(right.attr()) && PARTS.contains(left.attr())) {
                String span = "(" + site.text(left.value()) + " - " + site.text(right.value()) + ")";
                String counted = switch (left.attr()) {
                    case "day" -> span + ".days";
                    case "hour" -> span + ".total_seconds() // 3600";
                    case "minute" -> span + ".total_seconds() // 60";
                    default -> span + ".total_seconds()";
                };
                edits.accept(Edit.replace(0.6, "Take the whole time between the two", op, counted));
            }
        }
    }
}
