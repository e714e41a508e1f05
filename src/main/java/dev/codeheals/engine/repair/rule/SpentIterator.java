package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A generator, {@code map}, {@code zip} or reader that is gone through twice and gives nothing the second time: it becomes a list.
final class SpentIterator implements RepairRule {
    private static final Set<String> MAKERS = Set.of("map", "filter", "zip", "iter", "reversed", "enumerate", "reader", "DictReader", "chain", "islice", "open");

    @Override
    public String id() {
        return "spent-iterator";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IDX.INDEX_ERROR", "TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : WrongAnswers.suspects(fault)) {
            patchAll(fault, module, module.parsed().module(), patches);
            Tree.of(module.parsed()).all(Stmt.FunctionDef.class).forEach(f -> patchAll(fault, module, f, patches));
        }
        return patches;
    }

    private void patchAll(Fault fault, ModuleInfo module, Node within, List<CandidatePatch> patches) {
        List<Stmt> body = within instanceof Stmt.FunctionDef f ? f.body() : within instanceof Node.Module m ? m.body() : List.of();
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Assign a && a.targets().size() == 1 && spends(a.value())) {
                String target = text(module, a.targets().getFirst());
                long uses = body.stream().filter(s -> s.start() > a.end()).flatMap(Tree::walk)
                        .filter(n -> (n instanceof Expr.Name || n instanceof Expr.Attribute) && text(module, n).equals(target)).count();
                if (uses > 1 || a.targets().getFirst() instanceof Expr.Attribute) {
                    patches.add(patch(fault, module, a.value()));
                }
            }
        }
    }

    private static boolean spends(Expr value) {
        return (value instanceof Expr.Comp comp && comp.kind() == Expr.ComprehensionKind.GENERATOR)
                || (value instanceof Expr.Call call && MAKERS.contains(CallSite.last(call.function())) && !call.args().isEmpty());
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Expr value) {
        String text = text(module, value);
        SourceFile source = module.parsed().source();
        Draft draft = draft(fault, "Keep the items in a list").rated(Tier.A, 0.93)
                .because("It can be gone through only once; the second time it gives nothing.");
        boolean generator = value instanceof Expr.Comp;
        boolean own = generator && text.startsWith("(") && text.endsWith(")");
        boolean around = generator && !own && value.start() > 0 && source.text().charAt(value.start() - 1) == '(';
        if (own) {
            return draft.edit(module.path(), new Replacement(value.start(), value.start() + 1, "["), new Replacement(value.end() - 1, value.end(), "]")).done();
        }
        return around ? draft.edit(module.path(), new Replacement(value.start() - 1, value.start(), "["), new Replacement(value.end(), value.end() + 1, "]")).done()
                : draft.edit(module.path(), new Replacement(value.start(), value.end(), "list(" + text + ")")).done();
    }

    private static String text(ModuleInfo module, Node node) {
        return module.parsed().source().text().substring(node.start(), node.end());
    }
}
