package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// {@code return True} at the end of a function that kept count of something and never asks what is left.
final class ReturnedTruth implements EditOperator {
    private static final Set<String> GROWING = Set.of("append", "add", "push", "appendleft");

    @Override
    public String id() {
        return "truth";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (!(site.statement() instanceof Stmt.Return result) || !(result.value() instanceof Expr.Constant constant)) {
            return;
        }
        boolean yes = constant.kind() == Expr.ConstantKind.TRUE;
        if (!yes && constant.kind() != Expr.ConstantKind.FALSE) {
            return;
        }
        site.function().map(ReturnedTruth::kept).orElse(Map.of()).forEach((name, collection) -> {
            String nothing = collection ? "not " + name : name + " == 0";
            String something = collection ? "bool(" + name + ")" : name + " != 0";
            edits.accept(Edit.replace(0.3, "Return whether " + name + (yes ? " came to nothing" : " is left"), constant, yes ? nothing : something));
        });
    }

    /// Names that are counted up and down or collected, and whether each is a collection.
    private static Map<String, Boolean> kept(Stmt.FunctionDef function) {
        Map<String, Boolean> kept = new LinkedHashMap<>();
        Set<String> up = new LinkedHashSet<>();
        Set<String> down = new LinkedHashSet<>();
        Tree.walk(function).forEach(node -> {
            switch (node) {
                case Stmt.AugAssign change when change.target() instanceof Expr.Name name && change.op().startsWith("+") -> up.add(name.id());
                case Stmt.AugAssign change when change.target() instanceof Expr.Name name && change.op().startsWith("-") -> down.add(name.id());
                case Expr.Call call when call.function() instanceof Expr.Attribute a && a.value() instanceof Expr.Name name && GROWING.contains(a.attr()) ->
                        kept.put(name.id(), true);
                case Node _ -> {}
            }
        });
        up.stream().filter(down::contains).forEach(name -> kept.put(name, false));
        return kept;
    }
}
