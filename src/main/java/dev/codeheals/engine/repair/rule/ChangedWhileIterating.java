package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A dict, set or list that grows or shrinks in its own loop: the loop goes over a copy.
final class ChangedWhileIterating implements RepairRule {
    private static final Set<String> COPIES = Set.of("list", "tuple", "sorted", "copy", "range", "reversed");
    private static final Pattern CHANGED = Pattern.compile("(?:dictionary|OrderedDict|Set|set|deque)(?: changed size| mutated| keys changed| changed) during iteration");

    @Override
    public String id() {
        return "changed-while-iterating";
    }

    @Override
    public Set<String> answers() {
        return Set.of("STA.CHANGED_DURING_ITERATION", "TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.says("RuntimeError", CHANGED).isPresent()) {
            for (Stmt.For loop : Tree.of(fault.parsed()).all(Stmt.For.class)) {
                int from = fault.source().lineOf(loop.start());
                int to = fault.source().lineOf(loop.end());
                if (from <= fault.line() && fault.line() <= to && !isCopy(loop.iter())) {
                    patches.add(patch(fault, fault.module(), loop, from == fault.line() ? 0.96 : 0.85));
                }
            }
            return patches;
        }
        // A list does not complain: items are passed over, and the answer is wrong.
        for (ModuleInfo module : WrongAnswers.suspects(fault)) {
            Tree.of(module.parsed()).all(Stmt.For.class).stream().filter(loop -> !isCopy(loop.iter()) && changes(module, loop))
                    .forEach(loop -> patches.add(patch(fault, module, loop, 0.95)));
        }
        return patches;
    }

    private static boolean isCopy(Expr iter) {
        return (iter instanceof Expr.Call c && COPIES.contains(CallSite.last(c.function())))
                || (iter instanceof Expr.Subscript s && s.index() instanceof Expr.Slice);
    }

    private static boolean changes(ModuleInfo module, Stmt.For loop) {
        String iterated = text(module, loop.iter());
        return loop.body().stream().flatMap(Tree::walk).anyMatch(n -> switch (n) {
            case Expr.Call c -> c.function() instanceof Expr.Attribute a && text(module, a.value()).equals(iterated)
                    && (a.attr().equals("remove") || a.attr().equals("pop") || a.attr().equals("insert"));
            case Stmt.Delete d -> d.targets().stream().anyMatch(t -> t instanceof Expr.Subscript s && text(module, s.value()).equals(iterated));
            case Node _ -> false;
        });
    }

    private static String text(ModuleInfo module, Node node) {
        return module.parsed().source().text().substring(node.start(), node.end());
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Stmt.For loop, double prior) {
        return draft(fault, "Loop over a copy").rated(Tier.A, prior).because("The loop changes what it loops over.")
                .edit(module.path(), new Replacement(loop.iter().start(), loop.iter().end(), "list(" + text(module, loop.iter()) + ")")).done();
    }
}
