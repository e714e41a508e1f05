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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A method that the whole project reads like an attribute and nobody calls: its `@property` was lost.
final class LostProperty implements RepairRule {
    private static final Pattern METHOD = Pattern.compile("\\bmethod\\b");
    private static final int MOST = 3;

    private record Reads(long plain, long called) {}

    @Override
    public String id() {
        return "lost-property";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.FUNCTION_ATTRIBUTE", "TYP.ATTRIBUTE", "TYP.COMPARISON", "TYP.UNSUPPORTED_OPERAND", "TYP.NOT_ITERABLE", "TYP.NOT_SUBSCRIPTABLE", "TYP.NO_LENGTH", "TST.EQUALITY");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!METHOD.matcher(fault.message()).find()) {
            return List.of();
        }
        Set<String> here = fault.expressions(Expr.Attribute.class).stream().map(Expr.Attribute::attr).collect(Collectors.toSet());
        List<CandidatePatch> seen = new ArrayList<>();
        List<CandidatePatch> others = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            for (Stmt.ClassDef owner : Tree.of(module.parsed()).all(Stmt.ClassDef.class)) {
                owner.body().stream().filter(Stmt.FunctionDef.class::isInstance).map(Stmt.FunctionDef.class::cast).filter(LostProperty::mayBeProperty).forEach(f -> {
                    Reads reads = reads(fault, f.name().id());
                    if (reads.called() == 0 && reads.plain() > 0) {
                        (here.contains(f.name().id()) ? seen : others).add(patch(fault, module, f, reads.plain() > 1 ? 0.97 : 0.8));
                    }
                });
            }
        }
        return (seen.isEmpty() ? others : seen).stream().limit(MOST).toList();
    }

    private static boolean mayBeProperty(Stmt.FunctionDef function) {
        return function.decorators().isEmpty() && function.args().parameters().size() == 1 && function.args().parameters().getFirst().name().equals("self")
                && !function.name().id().startsWith("__");
    }

    private static Reads reads(Fault fault, String name) {
        long plain = 0;
        long called = 0;
        for (ModuleInfo module : fault.modules().all()) {
            if (module.parsed().source().text().contains("." + name)) {
                Tree tree = Tree.of(module.parsed());
                for (Expr.Attribute read : tree.all(Expr.Attribute.class)) {
                    if (read.attr().equals(name)) {
                        boolean call = tree.parentOf(read).filter(p -> p instanceof Expr.Call c && c.function().equals(read)).isPresent();
                        called += call ? 1 : 0;
                        plain += call ? 0 : 1;
                    }
                }
            }
        }
        return new Reads(plain, called);
    }

    private CandidatePatch patch(Fault fault, ModuleInfo module, Stmt.FunctionDef function, double prior) {
        SourceFile source = module.parsed().source();
        String indent = source.indentOf(source.lineOf(function.start()));
        String name = function.name().id();
        return draft(fault, "Make " + name + " a property").rated(Tier.A, prior).because("`" + name + "` is read like an attribute everywhere and called nowhere.")
                .edit(module.path(), Replacement.insert(function.start(), "@property" + source.eol() + indent)).done();
    }
}
