package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A method whose first parameter is {@code cls} but that is no class method: its decorator was left out.
final class LostClassMethod implements RepairRule {
    private static final Set<String> IMPLICIT = Set.of("__new__", "__init_subclass__", "__class_getitem__");

    @Override
    public String id() {
        return "lost-class-method";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.MISSING_SELF", "TYP.ARGUMENT_MISSING", "TYP.NOT_CALLABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("TypeError") && !fault.exceptionType().equals("AttributeError")) {
            return List.of();
        }
        Set<String> called = fault.expressions(Expr.Call.class).stream().map(c -> CallSite.last(c.function())).collect(Collectors.toSet());
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            for (Stmt.ClassDef owner : Tree.of(module.parsed()).all(Stmt.ClassDef.class)) {
                boolean meta = owner.bases().stream().anyMatch(b -> CallSite.last(b).equals("type") || CallSite.last(b).endsWith("Meta"));
                owner.body().stream().filter(s -> !meta && s instanceof Stmt.FunctionDef f && lacks(f) && called.contains(f.name().id()))
                        .forEach(s -> patches.add(patch(fault, module, (Stmt.FunctionDef) s)));
            }
        }
        return patches;
    }

    private static boolean lacks(Stmt.FunctionDef function) {
        return function.decorators().isEmpty() && !function.args().parameters().isEmpty() && function.args().parameters().getFirst().name().equals("cls")
                && !IMPLICIT.contains(function.name().id());
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Stmt.FunctionDef function) {
        SourceFile source = module.parsed().source();
        String indent = source.indentOf(source.lineOf(function.start()));
        return draft(fault, "Make " + function.name().id() + " a class method").rated(Tier.A, 0.97)
                .because("Its first parameter is the class, which only a class method gets.")
                .edit(module.path(), Replacement.insert(function.start(), "@classmethod" + source.eol() + indent)).done();
    }
}
