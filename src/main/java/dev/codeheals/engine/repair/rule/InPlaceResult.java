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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The None of a method that changes its object, kept or used as if it were the changed object: {@code names = names.sort()}.
final class InPlaceResult implements RepairRule {

    @Override
    public String id() {
        return "in-place-result";
    }

    @Override
    public Set<String> answers() {
        return Set.of("STA.NONE_ATTRIBUTE", "STA.NONE_ITERATED", "STA.NONE_SUBSCRIPT", "TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Map<Expr.Call, ModuleInfo> calls = new LinkedHashMap<>();
        if (OddValue.type(fault).filter("NoneType"::equals).isPresent() && !fault.inTests()) {
            for (Expr culprit : OddValue.culprits(fault, Set.of("NoneType"))) {
                note(OddValue.origin(fault, culprit), fault.module(), calls);
                if (culprit instanceof Expr.Attribute a) {
                    fault.enclosingClass().stream().flatMap(Tree::walk).filter(n -> n instanceof Stmt.Assign s && s.targets().getFirst() instanceof Expr.Attribute t
                            && t.attr().equals(a.attr())).forEach(n -> note(((Stmt.Assign) n).value(), fault.module(), calls));
                }
            }
        }
        for (CallSite.Definition definition : Producers.of(fault)) {
            returned(definition, calls);
        }
        List<CandidatePatch> patches = new ArrayList<>();
        calls.forEach((call, module) -> patch(fault, module, call).ifPresent(patches::add));
        return patches;
    }

    private static void note(Expr value, ModuleInfo module, Map<Expr.Call, ModuleInfo> calls) {
        if (InPlaceMethods.isCall(value)) {
            calls.putIfAbsent((Expr.Call) value, module);
        }
    }

    /// What the function returns, directly or by way of a variable.
    private static void returned(CallSite.Definition definition, Map<Expr.Call, ModuleInfo> calls) {
        for (Node node : Tree.walk(definition.function()).toList()) {
            if (node instanceof Stmt.Return r && r.value() != null) {
                note(r.value(), definition.module(), calls);
                if (r.value() instanceof Expr.Name name) {
                    Tree.walk(definition.function()).filter(n -> n instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name t && t.id().equals(name.id()))
                            .forEach(n -> note(((Stmt.Assign) n).value(), definition.module(), calls));
                }
            }
        }
    }

    private Optional<CandidatePatch> patch(Fault fault, ModuleInfo module, Expr.Call call) {
        SourceFile source = module.parsed().source();
        String method = ((Expr.Attribute) call.function()).attr();
        Draft draft = draft(fault, "Use the list itself, not what " + method + "() returns").rated(Tier.A, 0.93)
                .because("`" + method + "` changes its object and returns None.");
        Optional<Node> parent = Tree.of(module.parsed()).parentOf(call);
        String changed = source.text().substring(InPlaceMethods.changed(call).start(), InPlaceMethods.changed(call).end());
        if (parent.isPresent() && parent.get() instanceof Stmt.Assign a && a.targets().size() == 1
                && source.text().substring(a.targets().getFirst().start(), a.targets().getFirst().end()).equals(changed)) {
            return Optional.of(draft.edit(module.path(), Replacement.delete(a.start(), call.start())).done());
        }
        return InPlaceMethods.value(source, call).map(v -> draft.edit(module.path(), new Replacement(call.start(), call.end(), v)).done());
    }
}
