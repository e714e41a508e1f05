package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A dict or set that grows or shrinks in its own loop: the loop goes over a copy.
final class ChangedWhileIterating implements RepairRule {
    private static final Pattern CHANGED = Pattern.compile("(?:dictionary|OrderedDict|Set|set|deque)(?: changed size| mutated| keys changed| changed) during iteration");

    @Override
    public String id() {
        return "changed-while-iterating";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("RuntimeError", CHANGED).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Stmt.For loop : Tree.of(fault.parsed()).all(Stmt.For.class)) {
            int from = fault.source().lineOf(loop.start());
            int to = fault.source().lineOf(loop.end());
            if (from <= fault.line() && fault.line() <= to && !(loop.iter() instanceof Expr.Call c && c.function() instanceof Expr.Name n && n.id().equals("list"))) {
                patches.add(draft(fault, "Loop over a copy").rated(Tier.A, from == fault.line() ? 0.95 : 0.85)
                        .because("The loop changes what it loops over.").replace(loop.iter(), "list(" + fault.text(loop.iter()) + ")").done());
            }
        }
        return patches;
    }
}
