package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A sum that adds one part of each item and forgets another: {@code sum(line.price for line in lines)} without the quantity.
final class LostFactors implements EditOperator {
    private static final int MOST = 5;

    @Override
    public String id() {
        return "factor";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        List<Expr> added = new ArrayList<>();
        site.all(Expr.Call.class).stream().filter(c -> c.function() instanceof Expr.Name n && n.id().equals("sum") && !c.args().isEmpty())
                .forEach(c -> {
                    if (c.args().getFirst() instanceof Expr.Comp comp) {
                        added.add(comp.element());
                    }
                });
        if (site.statement() instanceof Stmt.AugAssign sum && sum.op().equals("+=")) {
            added.add(sum.value());
        }
        for (Expr part : added) {
            others(site, part).stream().limit(MOST).forEach(other -> edits.accept(Edit.insert(0.25, "Multiply it by " + other, part.end(), " * " + other)));
        }
    }

    /// The other parts of the same item: keys the module writes beside this one, attributes its class sets beside this one.
    private static Set<String> others(Site site, Expr part) {
        Set<String> others = new LinkedHashSet<>();
        switch (part) {
            case Expr.Subscript s when s.index() instanceof Expr.Constant key && key.kind() == Expr.ConstantKind.STRING -> {
                String quote = site.text(key).substring(0, 1);
                site.tree().all(Expr.DictExpr.class).stream().map(LostFactors::keys).filter(keys -> keys.contains(key.value()))
                        .forEach(keys -> keys.stream().filter(k -> !k.equals(key.value())).forEach(k -> others.add(site.text(s.value()) + "[" + quote + k + quote + "]")));
            }
            case Expr.Attribute a when !(a.value() instanceof Expr.Name n && n.id().equals("self")) -> site.module().classes().values().stream()
                    .filter(c -> c.member(a.attr()).isPresent()).flatMap(c -> c.members().stream()).filter(m -> m.kind() == ClassShape.Kind.INSTANCE_ATTRIBUTE)
                    .forEach(m -> others.add(site.text(a.value()) + "." + m.name()));
            case Expr _ -> { }
        }
        others.remove(site.text(part));
        others.removeIf(other -> Tree.walk(site.statement()).anyMatch(n -> n instanceof Expr e && site.text(e).equals(other)));
        return others;
    }

    private static List<String> keys(Expr.DictExpr display) {
        List<String> keys = new ArrayList<>();
        display.keys().forEach(k -> {
            if (k instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING) {
                keys.add(c.value());
            }
        });
        return keys;
    }
}
