package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Recursion that never comes nearer to its end, or ends one step too late: the arguments of the function's calls to itself, and its base case.
final class RecursiveSteps implements EditOperator {
    private static final int MOST_NAMES = 4;

    @Override
    public String id() {
        return "recursion";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<Stmt.FunctionDef> function = site.function();
        if (function.isEmpty()) {
            return;
        }
        boolean endless = site.request().sealed().diagnosis().exceptionType().equals("RecursionError");
        site.all(Expr.Call.class).stream().filter(call -> calls(call, function.get())).forEach(call -> steps(site, call, endless, edits));
        if (site.statement() instanceof Stmt.If question && endless) {
            widerBase(site, question.test(), edits);
        }
        if (site.statement() instanceof Stmt.Return result) {
            emptyResult(function.get(), result, edits);
        }
        if (site.statement() instanceof Stmt.Return result && result.value() instanceof Expr.Comp comp && comp.kind() == Expr.ComprehensionKind.LIST
                && comp.generators().getFirst().iter() instanceof Expr.Name smaller && given(function.get(), smaller)) {
            edits.accept(Edit.insert(0.4, "Keep " + smaller.id() + " itself too", comp.start(), smaller.id() + " + "));
        }
    }

    /// {@code return []} ends the recursion with no result at all; one result that is empty is {@code [[]]}.
    private static void emptyResult(Stmt.FunctionDef function, Stmt.Return result, Consumer<Edit> edits) {
        if (result.value() instanceof Expr.ListExpr list && list.elements().isEmpty()
                && Tree.walk(function).anyMatch(n -> n instanceof Expr.Call call && calls(call, function))) {
            edits.accept(Edit.replace(0.4, "End with one empty result", list, "[[]]"));
        }
    }

    /// Whether the name holds what the function gave for a smaller part.
    private static boolean given(Stmt.FunctionDef function, Expr.Name name) {
        return Tree.walk(function).anyMatch(n -> n instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name target && target.id().equals(name.id())
                && a.value() instanceof Expr.Call call && calls(call, function));
    }

    private static boolean calls(Expr.Call call, Stmt.FunctionDef function) {
        String name = function.name().id();
        return switch (call.function()) {
            case Expr.Name n -> n.id().equals(name);
            case Expr.Attribute a -> a.attr().equals(name) && a.value() instanceof Expr.Name self && self.id().equals("self");
            case Expr _ -> false;
        };
    }

    private static void steps(Site site, Expr.Call call, boolean endless, Consumer<Edit> edits) {
        List<String> numbers = site.ownNames().stream().filter(name -> isNumber(site, name)).limit(MOST_NAMES).toList();
        for (Expr argument : call.args()) {
            if (argument instanceof Expr.Name name && site.local(name.id()).map(v -> v.type().equals("int")).orElse(true)) {
                edits.accept(Edit.replace(endless ? 0.6 : 0.25, "Go on with " + name.id() + " - 1", argument, name.id() + " - 1"));
                edits.accept(Edit.replace(endless ? 0.6 : 0.25, "Go on with " + name.id() + " + 1", argument, name.id() + " + 1"));
                numbers.stream().filter(other -> !other.equals(name.id())).forEach(other ->
                        edits.accept(Edit.replace(0.3, "Go on with " + name.id() + " - " + other, argument, name.id() + " - " + other)));
            }
        }
    }

    private static boolean isNumber(Site site, String name) {
        return site.local(name).map(v -> v.type().equals("int")).orElse(false) || site.function().stream().flatMap(Tree::walk)
                .anyMatch(n -> n instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name target && target.id().equals(name) && counts(a.value()));
    }

    private static boolean counts(Expr value) {
        return switch (value) {
            case Expr.Call call -> call.function() instanceof Expr.Name name && name.id().equals("len");
            case Expr.BinOp op -> op.op().equals("//") || counts(op.left()) || counts(op.right());
            case Expr.Constant constant -> constant.kind() == Expr.ConstantKind.INT;
            case Expr _ -> false;
        };
    }

    /// {@code len(items) == 0} leaves lists of one, {@code n == 0} leaves what is below.
    private static void widerBase(Site site, Expr test, Consumer<Edit> edits) {
        if (test instanceof Expr.Compare compare && compare.ops().equals(List.of("==")) && compare.comparators().getFirst() instanceof Expr.Constant limit
                && limit.kind() == Expr.ConstantKind.INT) {
            String side = site.text(compare.left());
            edits.accept(Edit.replace(0.7, "End for anything up to " + limit.value(), test, side + " <= " + limit.value()));
            if (limit.value().equals("0")) {
                edits.accept(Edit.replace(0.75, "End for anything up to 1", test, side + " <= 1"));
            }
        }
        if (test instanceof Expr.UnaryOp not && not.op().equals("not") && not.operand() instanceof Expr.Name name) {
            boolean number = isNumber(site, name.id());
            edits.accept(Edit.replace(0.6, number ? "End for anything up to 0" : "End for a single one too", test,
                    number ? name.id() + " <= 0" : "len(" + name.id() + ") <= 1"));
        }
    }
}
