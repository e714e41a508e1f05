package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The line that is missing: a counter, sum or collection that gets a first value and then never changes, though it is used.
final class Updates implements EditOperator {
    /// Taking from a collection that begins empty is no update of it.
    private static final Set<String> CHANGING = Set.of("append", "extend", "add", "update", "insert", "setdefault", "write", "appendleft", "push");

    @Override
    public String id() {
        return "update";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<Stmt.FunctionDef> function = site.function();
        if (function.isEmpty()) {
            return;
        }
        switch (site.statement()) {
            case Stmt.For loop -> inLoop(site, function.get(), loop.body(), loop.target() instanceof Expr.Name name ? name.id() : "", edits);
            case Stmt.While loop -> inLoop(site, function.get(), loop.body(), "", edits);
            case Stmt _ -> { }
        }
        List<Stmt> body = function.get().body();
        if (body.getLast().equals(site.statement()) && !function.get().name().id().startsWith("__")) {
            ofObject(site, function.get(), edits);
        }
    }

    private static void inLoop(Site site, Stmt.FunctionDef function, List<Stmt> loop, String element, Consumer<Edit> edits) {
        Set<String> changed = changed(function);
        followers(site, function, loop, element, changed, edits);
        Tree.walk(function).filter(n -> n instanceof Stmt.Assign && n.start() < site.statement().start()).map(Stmt.Assign.class::cast).forEach(first -> {
            if (first.targets().size() == 1 && first.targets().getFirst() instanceof Expr.Name name && !changed.contains(name.id())) {
                updates(name.id(), first.value(), element).forEach(update -> ends(loop.getLast()).forEach(end -> edits.accept(after(site, end, update))));
            }
        });
    }

    /// {@code previous = current} before {@code current} goes on: a variable of the loop that is read in it and never follows.
    private static void followers(Site site, Stmt.FunctionDef function, List<Stmt> loop, String element, Set<String> changed, Consumer<Edit> edits) {
        List<String> behind = Tree.walk(function).filter(n -> n instanceof Stmt.Assign a && a.start() < site.statement().start() && a.targets().size() == 1
                && a.targets().getFirst() instanceof Expr.Name name && !changed.contains(name.id()) && loop.stream().anyMatch(s -> LoopSlips.mentions(s, name.id())))
                .map(n -> ((Expr.Name) ((Stmt.Assign) n).targets().getFirst()).id()).distinct().limit(4).toList();
        for (String name : behind) {
            if (!element.isEmpty()) {
                edits.accept(after(site, loop.getLast(), name + " = " + element));
            }
            for (Stmt step : loop) {
                if (step instanceof Stmt.Assign a && a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name next && LoopSlips.mentions(a.value(), next.id())) {
                    edits.accept(Edit.insert(0.5, "Let " + name + " follow " + next.id(), step.start(), name + " = " + next.id() + site.source().eol() + site.blocks().indentOf(step)));
                }
            }
        }
    }

    /// The last statement of a loop, and of the branch it ends with.
    private static List<Stmt> ends(Stmt last) {
        return last instanceof Stmt.If branch && !branch.orElse().isEmpty() ? List.of(branch.orElse().getLast(), last) : List.of(last);
    }

    private static void ofObject(Site site, Stmt.FunctionDef function, Consumer<Edit> edits) {
        Optional<Stmt.ClassDef> owner = site.tree().enclosing(Stmt.ClassDef.class, function.start());
        if (owner.isEmpty()) {
            return;
        }
        Set<String> changed = new HashSet<>();
        Tree.walk(owner.get()).filter(Stmt.FunctionDef.class::isInstance).map(Stmt.FunctionDef.class::cast)
                .filter(f -> !f.name().id().equals("__init__")).forEach(f -> changed.addAll(changed(f)));
        counters(site, owner.get(), function, edits);
        List<String> parameters = function.args().parameters().stream().map(Node.Parameter::name).filter(p -> !p.equals("self")).toList();
        Tree.walk(owner.get()).filter(Stmt.FunctionDef.class::isInstance).map(Stmt.FunctionDef.class::cast).filter(f -> f.name().id().equals("__init__"))
                .flatMap(f -> f.body().stream()).filter(Stmt.Assign.class::isInstance).map(Stmt.Assign.class::cast).forEach(first -> {
                    if (first.targets().getFirst() instanceof Expr.Attribute a && !changed.contains("self." + a.attr())) {
                        for (String update : updates("self." + a.attr(), first.value(), parameters.isEmpty() ? "" : parameters.getFirst())) {
                            edits.accept(site.statement() instanceof Stmt.Return ? before(site, update) : after(site, site.statement(), update));
                        }
                    }
                });
    }

    /// A counter that one method raises and none lowers: the other method was to lower it.
    private static void counters(Site site, Stmt.ClassDef owner, Stmt.FunctionDef function, Consumer<Edit> edits) {
        List<Stmt.AugAssign> steps = Tree.walk(owner).filter(n -> n instanceof Stmt.AugAssign a && a.target() instanceof Expr.Attribute && a.value() instanceof Expr.Constant)
                .map(Stmt.AugAssign.class::cast).toList();
        for (Stmt.AugAssign step : steps) {
            String counter = site.text(step.target());
            boolean alone = steps.stream().filter(s -> site.text(s.target()).equals(counter)).count() == 1;
            boolean elsewhere = step.start() < function.start() || step.end() > function.end();
            if (alone && elsewhere && !function.name().id().equals("__init__") && !site.text(function).contains(counter) && !(site.statement() instanceof Stmt.Return)) {
                edits.accept(after(site, site.statement(), counter + (step.op().equals("+=") ? " -= " : " += ") + site.text(step.value())));
            }
        }
    }

    /// What could keep a first value up to date.
    private static List<String> updates(String name, Expr first, String element) {
        List<String> updates = new ArrayList<>();
        switch (first) {
            case Expr.Constant c when c.kind() == Expr.ConstantKind.INT -> {
                updates.add(name + " += 1");
                if (!element.isEmpty()) {
                    updates.add(name + " += " + element);
                }
            }
            case Expr.Constant c when c.kind() == Expr.ConstantKind.FLOAT && !element.isEmpty() -> updates.add(name + " += " + element);
            case Expr.Constant c when c.kind() == Expr.ConstantKind.STRING && !element.isEmpty() -> updates.add(name + " += " + element);
            case Expr.ListExpr l when l.elements().isEmpty() && !element.isEmpty() -> updates.add(name + ".append(" + element + ")");
            case Expr.Call c when c.function() instanceof Expr.Name n && n.id().equals("set") && c.args().isEmpty() && !element.isEmpty() ->
                    updates.add(name + ".add(" + element + ")");
            case Expr _ -> {}
        }
        return updates;
    }

    /// Names and attributes that are changed after their first value, as written.
    private static Set<String> changed(Stmt.FunctionDef function) {
        Set<String> changed = new HashSet<>();
        Set<String> once = new HashSet<>();
        Tree.walk(function).forEach(node -> {
            switch (node) {
                case Stmt.AugAssign a -> add(changed, a.target());
                case Stmt.Assign a -> a.targets().forEach(t -> {
                    Expr target = t instanceof Expr.Subscript s ? s.value() : t;
                    String name = written(target);
                    if (t instanceof Expr.Subscript || target instanceof Expr.Attribute || !once.add(name)) {
                        changed.add(name);
                    }
                });
                case Expr.Call c when c.function() instanceof Expr.Attribute a && CHANGING.contains(a.attr()) -> add(changed, a.value());
                case Stmt.For f -> add(changed, f.target());
                case Node _ -> {}
            }
        });
        return changed;
    }

    private static void add(Set<String> changed, Expr target) {
        changed.add(written(target instanceof Expr.Subscript s ? s.value() : target));
    }

    private static String written(Expr target) {
        return switch (target) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a when a.value() instanceof Expr.Name n -> n.id() + "." + a.attr();
            case Expr _ -> "";
        };
    }

    private static Edit after(Site site, Stmt statement, String update) {
        int end = site.lineEnd(statement);
        return Edit.insert(0.45, "Add " + update, end, site.source().eol() + site.blocks().indentOf(statement) + update);
    }

    private static Edit before(Site site, String update) {
        return Edit.insert(0.35, "Add " + update, site.statement().start(), update + site.source().eol() + site.blocks().indentOf(site.statement()));
    }
}
