package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A list, dict or set as the default of a parameter: all calls share the one object, so what one call adds the next one finds.
final class MutableDefault implements RepairRule {
    private static final Set<String> MAKERS = Set.of("list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict");

    private static final Set<String> TAKERS = Set.of("pop", "setdefault", "popitem");

    @Override
    public String id() {
        return "mutable-default";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : WrongAnswers.suspects(fault)) {
            for (Stmt.FunctionDef function : Tree.of(module.parsed()).all(Stmt.FunctionDef.class)) {
                for (Node.Parameter parameter : function.args().parameters()) {
                    Expr value = parameter.defaultValue();
                    if (value != null && isMutable(value) && isKept(function, parameter.name())) {
                        patches.add(patch(fault, module, function, parameter, value));
                    }
                }
            }
        }
        return patches;
    }

    private static boolean isMutable(Expr value) {
        return switch (value) {
            case Expr.ListExpr _, Expr.DictExpr _, Expr.SetExpr _ -> true;
            case Expr.Call c -> MAKERS.contains(CallSite.last(c.function()));
            case Expr _ -> false;
        };
    }

    /// Whether the object is changed in the function, or handed out where it may be.
    private static boolean isKept(Stmt.FunctionDef function, String name) {
        return function.body().stream().flatMap(Tree::walk).anyMatch(n -> switch (n) {
            case Expr.Call c -> (InPlaceMethods.isCall(c) && is(InPlaceMethods.changed(c), name))
                    || (c.function() instanceof Expr.Attribute a && is(a.value(), name) && TAKERS.contains(a.attr()));
            case Stmt.Assign a -> is(a.value(), name) || a.targets().stream().anyMatch(t -> t instanceof Expr.Subscript s && is(s.value(), name));
            case Stmt.AugAssign a -> is(a.target(), name) || (a.target() instanceof Expr.Subscript s && is(s.value(), name));
            case Stmt.Return r -> r.value() != null && is(r.value(), name);
            case Node _ -> false;
        });
    }

    private static boolean is(Expr value, String name) {
        return value instanceof Expr.Name n && n.id().equals(name);
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Stmt.FunctionDef function, Node.Parameter parameter, Expr value) {
        SourceFile source = module.parsed().source();
        Blocks blocks = Blocks.of(module.parsed());
        Stmt first = Blocks.firstStatement(function.body()).orElse(function.body().getFirst());
        String indent = blocks.indentOf(first);
        String made = source.text().substring(value.start(), value.end());
        String guard = "if " + parameter.name() + " is None:" + source.eol() + indent + blocks.indentUnit() + parameter.name() + " = " + made + source.eol() + indent;
        return draft(fault, "Make a new " + made + " for each call of " + function.name().id()).rated(Tier.A, 0.96)
                .because("A default is made once, when the function is defined; all calls share it.")
                .edit(module.path(), new Replacement(value.start(), value.end(), "None"), Replacement.insert(first.start(), guard)).done();
    }
}
