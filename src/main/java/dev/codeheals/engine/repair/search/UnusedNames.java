package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A name that was bound and never read was forgotten somewhere: most often as a factor or a summand.
final class UnusedNames implements EditOperator {
    private static final Set<String> NUMBERS = Set.of("int", "float", "Decimal", "Fraction", "complex");

    @Override
    public String id() {
        return "unused";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        List<String> unused = unused(site);
        if (unused.isEmpty()) {
            return;
        }
        for (Expr expression : site.expressions()) {
            boolean operand = expression instanceof Expr.Name || expression instanceof Expr.Attribute || expression instanceof Expr.Subscript;
            if (operand && isValue(site, expression)) {
                unused.forEach(name -> combined(site, expression, name, edits));
            }
        }
    }

    private static void combined(Site site, Expr expression, String name, Consumer<Edit> edits) {
        String text = site.text(expression);
        Optional<String> type = site.valueOf(expression).map(ValueFacts::type);
        if (text.equals(name)) {
            return;
        }
        boolean product = site.tree().parentOf(expression).filter(p -> p instanceof Expr.BinOp).isPresent();
        if (type.isEmpty() || NUMBERS.contains(type.get())) {
            String times = text + " * " + name;
            edits.accept(Edit.replace(0.45, "Multiply " + text + " by " + name, expression, product ? "(" + times + ")" : times));
            edits.accept(Edit.replace(0.2, "Subtract " + name + " from " + text, expression, product ? "(" + text + " - " + name + ")" : text + " - " + name));
        }
        String sum = text + " + " + name;
        edits.accept(Edit.replace(0.3, "Add " + name + " to " + text, expression, product ? "(" + sum + ")" : sum));
    }

    /// Not a target, not what is called, not part of a longer path.
    private static boolean isValue(Site site, Expr expression) {
        Optional<Node> parent = site.tree().parentOf(expression);
        return parent.filter(p -> switch (p) {
            case Stmt.Assign a -> a.targets().contains(expression);
            case Stmt.AugAssign a -> a.target().equals(expression);
            case Stmt.For _, Node.Comprehension _, Expr.Attribute _, Expr.TupleExpr _, Expr.Compare _ -> true;
            case Expr.Call c -> c.function().equals(expression);
            case Expr.Subscript s -> s.value().equals(expression);
            case Node _ -> false;
        }).isEmpty();
    }

    /// Bound in the enclosing function, or by the statement's own loops, and standing there once only.
    private static List<String> unused(Site site) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        Node whole = site.function().map(f -> (Node) f).orElse(site.statement());
        site.function().ifPresent(f -> f.args().parameters().forEach(p -> seen.put(p.name(), 1)));
        Tree.walk(whole).forEach(node -> {
            if (node instanceof Expr.Name name) {
                seen.merge(name.id(), 1, Integer::sum);
            }
        });
        Set<String> bound = bindings(site, whole);
        return seen.entrySet().stream().filter(e -> e.getValue() == 1 && bound.contains(e.getKey()) && !e.getKey().startsWith("_")
                && !e.getKey().equals("self") && !e.getKey().equals("cls")).map(Map.Entry::getKey).limit(4).toList();
    }

    private static Set<String> bindings(Site site, Node whole) {
        Set<String> bound = new LinkedHashSet<>();
        site.function().ifPresent(f -> f.args().parameters().forEach(p -> bound.add(p.name())));
        Tree.walk(whole).forEach(node -> {
            switch (node) {
                case Stmt.For loop -> targets(loop.target(), bound);
                case Node.Comprehension generator -> targets(generator.target(), bound);
                case Stmt.Assign assign -> assign.targets().forEach(t -> targets(t, bound));
                case Node _ -> {}
            }
        });
        return bound;
    }

    private static void targets(Expr target, Set<String> into) {
        switch (target) {
            case Expr.Name name -> into.add(name.id());
            case Expr.TupleExpr tuple -> tuple.elements().forEach(e -> targets(e, into));
            case Expr _ -> {}
        }
    }
}
