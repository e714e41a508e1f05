package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A special method that gives nothing where Python wants the object: {@code __enter__} for {@code with … as x}, {@code __iter__} of an
/// iterator, {@code __iadd__} and its like.
final class EnterWithoutSelf implements RepairRule {
    private static final Set<String> GIVING = Set.of("__enter__", "__iter__", "__aenter__", "__aiter__", "__iadd__", "__isub__", "__ior__", "__iand__", "__imul__");

    @Override
    public String id() {
        return "enter-without-self";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.SPECIAL_METHOD_RETURN", "STA.NONE_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean none = fault.message().contains("NoneType") || fault.exceptionType().equals("AssertionError");
        if (!none) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            for (Stmt.FunctionDef method : Tree.of(module.parsed()).all(Stmt.FunctionDef.class)) {
                boolean gives = method.body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Return || n instanceof Stmt.Raise
                        || n instanceof Expr.Yield);
                if (GIVING.contains(method.name().id()) && !gives && !method.args().parameters().isEmpty()) {
                    patches.add(patch(fault, module, method));
                }
            }
        }
        return patches;
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Stmt.FunctionDef method) {
        SourceFile source = module.parsed().source();
        Stmt last = method.body().getLast();
        String statement = "return " + method.args().parameters().getFirst().name();
        Draft draft = draft(fault, "Return the object from " + method.name().id()).rated(Tier.A, 0.97)
                .because("What `" + method.name().id() + "` gives is what its users get; without a return that is None.");
        if (last instanceof Stmt.Pass pass) {
            return draft.edit(module.path(), new Replacement(pass.start(), pass.end(), statement)).done();
        }
        Insertion line = NewLine.atLineEnd(source, source.lineOf(last.end() - 1), source.indentOf(source.lineOf(last.start())) + statement);
        return draft.edit(module.path(), Replacement.insert(line.offset(), line.text())).done();
    }
}
