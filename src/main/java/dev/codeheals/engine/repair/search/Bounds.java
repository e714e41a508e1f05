package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.function.Consumer;

/// Off by one: indexes, slices and ranges.
final class Bounds implements EditOperator {
    @Override
    public String id() {
        return "bound";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.Subscript subscript : site.all(Expr.Subscript.class)) {
            index(site, subscript, edits);
        }
        for (Expr.Slice slice : site.all(Expr.Slice.class)) {
            slice(site, slice, edits);
        }
        for (Expr.Call call : site.all(Expr.Call.class)) {
            if (call.function() instanceof Expr.Name name && name.id().equals("range") && call.keywords().isEmpty()) {
                range(site, call.args(), edits);
            }
            if (call.function() instanceof Expr.Name name && name.id().equals("len")) {
                edits.accept(Edit.replace(0.2, "Count one less", call, site.text(call) + " - 1"));
                edits.accept(Edit.replace(0.1, "Count one more", call, site.text(call) + " + 1"));
            }
        }
    }

    private static void index(Site site, Expr.Subscript subscript, Consumer<Edit> edits) {
        if (subscript.index() instanceof Expr.TupleExpr cell) {
            cell.elements().forEach(element -> place(site, element, false, edits));
        } else {
            place(site, subscript.index(), site.valueOf(subscript.value()).map(v -> v.type().equals("dict")).orElse(false), edits);
        }
    }

    private static void place(Site site, Expr at, boolean table, Consumer<Edit> edits) {
        boolean number = site.valueOf(at).map(v -> v.type().equals("int")).orElse(true);
        switch (at) {
            case Expr.Name _, Expr.BinOp _, Expr.Attribute _ -> {
                if (number && !table) {
                    edits.accept(Edit.replace(0.25, "Look one place earlier", at, site.text(at) + " - 1"));
                    edits.accept(Edit.replace(0.2, "Look one place later", at, site.text(at) + " + 1"));
                }
            }
            case Expr.Constant c when c.kind() == Expr.ConstantKind.INT ->
                    edits.accept(Edit.replace(0.2, site.text(at).equals("0") ? "Take the last" : "Take the first", at,
                            site.text(at).equals("0") ? "-1" : "0"));
            case Expr.UnaryOp _ -> edits.accept(Edit.replace(0.2, "Take the first", at, "0"));
            case Expr _ -> {}
        }
        shorter(site, at, edits);
    }

    private static void slice(Site site, Expr.Slice slice, Consumer<Edit> edits) {
        Expr lower = slice.lower();
        Expr upper = slice.upper();
        if (slice.step() == null && lower != null && upper == null) {
            edits.accept(Edit.replace(0.25, "Take what stands before it", slice, ":" + site.text(lower)));
        } else if (slice.step() == null && lower == null && upper != null) {
            edits.accept(Edit.replace(0.25, "Take what stands from there on", slice, site.text(upper) + ":"));
        }
        if (lower != null) {
            edits.accept(Edit.replace(0.2, "Begin the slice one later", lower, site.operand(lower) + " + 1"));
            edits.accept(Edit.replace(0.2, "Begin the slice one earlier", lower, site.operand(lower) + " - 1"));
            edits.accept(Edit.replace(0.15, "Begin the slice at the start", lower, ""));
            shorter(site, lower, edits);
        } else {
            edits.accept(Edit.insert(0.15, "Leave out the first", slice.start(), "1"));
        }
        if (upper != null) {
            edits.accept(Edit.replace(0.25, "End the slice one later", upper, site.operand(upper) + " + 1"));
            edits.accept(Edit.replace(0.2, "End the slice one earlier", upper, site.operand(upper) + " - 1"));
            edits.accept(Edit.replace(0.15, "Let the slice go to the end", upper, ""));
            shorter(site, upper, edits);
        }
    }

    private static void range(Site site, List<Expr> args, Consumer<Edit> edits) {
        Expr stop = args.size() == 1 ? args.getFirst() : args.size() > 1 ? args.get(1) : null;
        if (stop == null) {
            return;
        }
        edits.accept(Edit.replace(0.4, "Let the range end one later", stop, site.operand(stop) + " + 1"));
        edits.accept(Edit.replace(0.35, "Let the range end one earlier", stop, site.operand(stop) + " - 1"));
        shorter(site, stop, edits);
        if (args.size() == 1) {
            edits.accept(Edit.insert(0.3, "Let the range begin at 1", stop.start(), "1, "));
        } else {
            Expr first = args.getFirst();
            edits.accept(Edit.replace(isOuterLoop(site, first) ? 0.5 : 0.25, "Let the range begin one later", first, site.operand(first) + " + 1"));
            edits.accept(Edit.replace(0.2, "Let the range begin one earlier", first, site.operand(first) + " - 1"));
            shorter(site, first, edits);
        }
        if (args.size() == 2) {
            edits.accept(Edit.insert(0.12, "Count downwards", stop.end(), ", -1"));
        }
    }

    /// {@code for j in range(i, …)} in a loop over {@code i}: pairs begin after their first.
    private static boolean isOuterLoop(Site site, Expr first) {
        return first instanceof Expr.Name name && site.tree().pathTo(site.statement().start()).stream()
                .anyMatch(n -> n instanceof Stmt.For loop && !loop.equals(site.statement()) && loop.target() instanceof Expr.Name target && target.id().equals(name.id()));
    }

    /// {@code n + 1} and {@code n - 1} without the one.
    private static void shorter(Site site, Expr expr, Consumer<Edit> edits) {
        if (expr instanceof Expr.BinOp op && (op.op().equals("+") || op.op().equals("-")) && op.right() instanceof Expr.Constant c
                && c.kind() == Expr.ConstantKind.INT) {
            edits.accept(Edit.replace(0.35, "Use " + site.text(op.left()) + " itself", expr, site.text(op.left())));
        }
    }
}
