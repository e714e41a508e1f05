package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A {@code while} loop that did not end in its time: nothing its condition asks about changes, or it does not change enough.
final class EndlessLoops implements EditOperator {
    private static final Set<String> ONWARD = Set.of("next", "parent", "tail", "left", "right", "link", "following");

    @Override
    public String id() {
        return "endless-loop";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (!site.request().sealed().diagnosis().exceptionType().equals("Timeout")) {
            return;
        }
        switch (site.statement()) {
            case Stmt.While loop -> {
                asked(loop.test()).stream().filter(name -> loop.body().stream().noneMatch(s -> changes(s, name))).forEach(name -> step(site, loop, name, edits));
                pulledIn(site, loop, edits);
            }
            case Stmt.Assign assign when assign.targets().getFirst() instanceof Expr.Name target && assign.value() instanceof Expr.Name middle -> {
                edits.accept(Edit.insert(0.7, "Set " + target.id() + " beyond " + middle.id(), middle.end(), " + 1"));
                edits.accept(Edit.insert(0.65, "Set " + target.id() + " before " + middle.id(), middle.end(), " - 1"));
            }
            case Stmt.Continue skip -> beforeSkip(site, skip, edits);
            case Stmt _ -> {}
        }
    }

    private static Set<String> asked(Expr test) {
        Set<String> names = new LinkedHashSet<>();
        Tree.walk(test).forEach(node -> {
            if (node instanceof Expr.Name name) {
                names.add(name.id());
            }
        });
        Tree.walk(test).forEach(node -> {
            if (node instanceof Expr.Call call && call.function() instanceof Expr.Name function) {
                names.remove(function.id());
            }
        });
        return names;
    }

    private static boolean changes(Node statement, String name) {
        return Tree.walk(statement).anyMatch(node -> switch (node) {
            case Stmt.AugAssign change -> change.target() instanceof Expr.Name target && target.id().equals(name);
            case Stmt.Assign assign -> assign.targets().stream().flatMap(Tree::walk).anyMatch(t -> t instanceof Expr.Name target && target.id().equals(name));
            case Expr.Call call -> call.function() instanceof Expr.Attribute method && method.value() instanceof Expr.Name owner && owner.id().equals(name);
            case Node _ -> false;
        });
    }

    /// What could bring a name nearer to what ends the loop.
    private static void step(Site site, Stmt.While loop, String name, Consumer<Edit> edits) {
        loop.body().stream().flatMap(Tree::walk).forEach(node -> {
            if (node instanceof Expr.BinOp part && part.op().equals("%") && site.text(part.left()).equals(name)) {
                edits.accept(atEnd(site, loop, 0.95, name + " //= " + site.operand(part.right())));
            }
            if (node instanceof Expr.Attribute onward && ONWARD.contains(onward.attr()) && site.text(onward.value()).equals(name)) {
                edits.accept(atEnd(site, loop, 0.9, name + " = " + site.text(onward)));
            }
            if (node instanceof Expr.Subscript item && site.text(item.value()).equals(name)) {
                edits.accept(atEnd(site, loop, 0.6, name + ".pop(" + (site.text(item.index()).equals("0") ? "0" : "") + ")"));
            }
        });
        boolean other = loop.body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Expr.Attribute a && site.text(a.value()).equals(name));
        if (other) {
            edits.accept(atEnd(site, loop, 0.8, name + " = " + name + ".next"));
        }
        boolean falling = site.text(loop.test()).equals(name)
                || (loop.test() instanceof Expr.Compare c && site.text(c.left()).equals(name) == c.ops().getFirst().startsWith(">"));
        edits.accept(atEnd(site, loop, falling ? 0.8 : 0.5, name + " -= 1"));
        edits.accept(atEnd(site, loop, falling ? 0.5 : 0.85, name + " += 1"));
    }

    /// The step stands behind the loop instead of at its end.
    private static void pulledIn(Site site, Stmt.While loop, Consumer<Edit> edits) {
        List<Stmt> block = site.blocks().around(loop);
        int at = block.indexOf(loop);
        if (at >= 0 && at + 1 < block.size() && asked(loop.test()).stream().anyMatch(name -> changes(block.get(at + 1), name))
                && (block.get(at + 1) instanceof Stmt.AugAssign || block.get(at + 1) instanceof Stmt.Assign)) {
            Stmt step = block.get(at + 1);
            String eol = site.source().eol();
            int end = site.lineEnd(loop.body().getLast());
            edits.accept(new Edit(0.95, "Do " + site.text(step) + " in every round", List.of(
                    Replacement.insert(end, eol + site.blocks().bodyIndent(loop) + site.text(step)), Replacement.delete(end, site.lineEnd(step)))));
        }
    }

    /// The step at the loop's end is skipped with the rest of the round.
    private static void beforeSkip(Site site, Stmt.Continue skip, Consumer<Edit> edits) {
        Optional<Stmt.While> loop = site.tree().enclosing(Stmt.While.class, skip.start());
        if (loop.isPresent() && loop.get().body().getLast() instanceof Stmt.AugAssign step
                && asked(loop.get().test()).stream().anyMatch(name -> changes(step, name))) {
            edits.accept(Edit.insert(0.9, "Do " + site.text(step) + " before going on", skip.start(),
                    site.text(step) + site.source().eol() + site.blocks().indentOf(skip)));
        }
    }

    private static Edit atEnd(Site site, Stmt.While loop, double prior, String step) {
        return Edit.insert(prior, "Add " + step, site.lineEnd(loop.body().getLast()), site.source().eol() + site.blocks().bodyIndent(loop) + step);
    }
}
