package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What belongs after a loop: the answer that only holds once every item was seen, and the last part that was collected.
final class LoopEnds implements EditOperator {
    @Override
    public String id() {
        return "loop-end";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (site.statement() instanceof Stmt.For || site.statement() instanceof Stmt.While) {
            List<Stmt> body = site.statement() instanceof Stmt.For loop ? loop.body() : ((Stmt.While) site.statement()).body();
            body.stream().filter(Stmt.If.class::isInstance).map(Stmt.If.class::cast).forEach(question -> decidedTooEarly(site, question, edits));
            body.stream().flatMap(Tree::walk).filter(Stmt.If.class::isInstance).map(Stmt.If.class::cast).forEach(question -> lastPart(site, question, edits));
        }
    }

    /// {@code if ok: return True else: return False} in a loop answers after the first item.
    private static void decidedTooEarly(Site site, Stmt.If question, Consumer<Edit> edits) {
        if (question.body().size() != 1 || question.orElse().size() != 1 || !(question.body().getFirst() instanceof Stmt.Return yes)
                || !(question.orElse().getFirst() instanceof Stmt.Return no)) {
            return;
        }
        edits.accept(new Edit(0.75, "Return " + result(site, no) + " only after the loop",
                List.of(Replacement.delete(question.body().getLast().end(), question.end()), after(site, site.text(no)))));
        String opposite = "if " + opposite(site, question.test()) + ":" + site.source().text().substring(question.test().end() + 1, yes.start()) + site.text(no);
        edits.accept(new Edit(0.74, "Return " + result(site, yes) + " only after the loop",
                List.of(new Replacement(question.start(), question.end(), opposite), after(site, site.text(yes)))));
    }

    private static String result(Site site, Stmt.Return statement) {
        return statement.value() == null ? "None" : site.text(statement.value());
    }

    private static String opposite(Site site, Expr test) {
        if (test instanceof Expr.UnaryOp not && not.op().equals("not")) {
            return site.text(not.operand());
        }
        if (test instanceof Expr.Compare compare && compare.ops().size() == 1) {
            Optional<String> op = Optional.ofNullable(Comparisons.OPPOSITES.get(compare.ops().getFirst()));
            if (op.isPresent()) {
                return site.text(compare.left()) + " " + op.get() + " " + site.text(compare.comparators().getFirst());
            }
        }
        return "not " + (test instanceof Expr.BoolOp || test instanceof Expr.IfExp ? "(" + site.text(test) + ")" : site.text(test));
    }

    /// A part is handed out when it is full and begun anew; the one under way at the end is handed out by nobody.
    private static void lastPart(Site site, Stmt.If question, Consumer<Edit> edits) {
        for (List<Stmt> branch : List.of(question.body(), question.orElse())) {
            for (Stmt statement : branch) {
                handedOut(statement).stream().filter(name -> branch.stream().anyMatch(s -> s.start() > statement.start() && sets(s, name))).findFirst().ifPresent(name -> {
                    edits.accept(guarded(site, name, name, statement, 0.7));
                    if (branch.equals(question.body()) && !LoopSlips.mentions(question.test(), name)) {
                        edits.accept(guarded(site, name, site.text(question.test()), statement, 0.5));
                    }
                    edits.accept(new Edit(beginsEmpty(site, name) ? 0.6 : 0.75, "Hand out the last " + name + " in any case", List.of(after(site, site.text(statement)))));
                });
            }
        }
    }

    private static Edit guarded(Site site, String name, String condition, Stmt statement, double prior) {
        String deeper = site.blocks().indentOf(site.statement()) + site.blocks().indentUnit();
        return new Edit(prior, "Hand out the last " + name + " too", List.of(after(site, "if " + condition + ":" + site.source().eol() + deeper + site.text(statement))));
    }

    /// Whether there may be no part under way when the loop is over.
    private static boolean beginsEmpty(Site site, String name) {
        return site.function().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Assign a && a.start() < site.statement().start()
                && a.targets().getFirst() instanceof Expr.Name target && target.id().equals(name) && LoopSlips.empty(a.value()));
    }

    private static List<String> handedOut(Stmt statement) {
        if (!(statement instanceof Stmt.ExprStmt expression)) {
            return List.of();
        }
        Optional<Expr> given = switch (expression.value()) {
            case Expr.Yield y -> Optional.ofNullable(y.value());
            case Expr.Call c when c.function() instanceof Expr.Attribute && c.args().size() == 1 -> Optional.of(c.args().getFirst());
            case Expr _ -> Optional.empty();
        };
        return given.stream().flatMap(Tree::walk).filter(Expr.Name.class::isInstance).map(n -> ((Expr.Name) n).id()).toList().reversed();
    }

    private static boolean sets(Stmt statement, String name) {
        return statement instanceof Stmt.Assign a && a.targets().stream().flatMap(Tree::walk).anyMatch(t -> t instanceof Expr.Name n && n.id().equals(name));
    }

    private static Replacement after(Site site, String text) {
        Stmt loop = site.statement();
        int end = site.lineEnd(loop);
        return Replacement.insert(end, site.source().eol() + site.blocks().indentOf(loop) + text);
    }
}
