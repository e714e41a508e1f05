package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A method that was to replace one of the base class but has another spelling, so that the base's own is called.
final class MisspeltOverride implements RepairRule {
    private static final Set<String> HOOKS = Set.of("run", "default", "emit", "format", "filter", "handle_starttag", "handle_endtag", "handle_data", "handle_startendtag",
            "generic_visit", "setUp", "tearDown", "setUpClass", "handle", "do_GET", "do_POST", "log_message", "do_help", "emptyline", "default_factory");

    @Override
    public String id() {
        return "misspelt-override";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.NOT_IMPLEMENTED", "TST.ASSERTION", "TST.EQUALITY", "SER.JSON_TYPE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean abstractCalled = fault.exceptionType().equals("NotImplementedError") && fault.raisedHere();
        boolean wrongAnswer = fault.exceptionType().equals("AssertionError") || fault.message().contains("not JSON serializable");
        List<CandidatePatch> patches = new ArrayList<>();
        if (abstractCalled) {
            String called = fault.function().map(f -> f.name().id()).orElse("");
            children(fault, c -> true).forEach(c -> renamed(fault, c, Set.of(called), 0.5, patches));
        } else if (wrongAnswer) {
            children(fault, c -> true).forEach(c -> renamed(fault, c, inherited(fault, c), Names.LIKELY, patches));
        }
        return patches;
    }

    private static List<ModuleIndex.FoundClass> children(Fault fault, Predicate<ClassShape> which) {
        List<ModuleIndex.FoundClass> found = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            module.classes().values().stream().filter(c -> c.bases().stream().anyMatch(b -> !b.equals("object"))).filter(which)
                    .forEach(c -> found.add(new ModuleIndex.FoundClass(module, c)));
        }
        return found;
    }

    /// What the bases have: of those outside of the project, the methods that are made to be replaced.
    private static Set<String> inherited(Fault fault, ModuleIndex.FoundClass of) {
        Set<String> names = fault.modules().lineage(of).stream().skip(1).flatMap(c -> c.shape().members().stream())
                .filter(m -> m.node() instanceof Stmt.FunctionDef).map(ClassShape.Member::name).collect(Collectors.toSet());
        if (fault.modules().hasForeignBase(of)) {
            names.addAll(HOOKS);
        }
        return names;
    }

    private void renamed(Fault fault, ModuleIndex.FoundClass of, Set<String> wanted, double least, List<CandidatePatch> patches) {
        Set<String> inherited = inherited(fault, of);
        List<String> open = wanted.stream().filter(w -> inherited.contains(w) && of.shape().member(w).isEmpty() && !w.equals("__init__")).toList();
        for (ClassShape.Member member : of.shape().members()) {
            boolean free = member.node() instanceof Stmt.FunctionDef && !inherited.contains(member.name()) && !member.name().startsWith("__") && !isRead(fault, member.name());
            List<Names.Match> near = free ? Names.rank(member.name(), open, least) : List.of();
            if (!near.isEmpty() && member.node() instanceof Stmt.FunctionDef method) {
                patches.add(patch(fault, of, method, near));
            }
        }
    }

    private static boolean isRead(Fault fault, String name) {
        return fault.modules().all().stream().filter(m -> m.parsed().source().text().contains(name))
                .anyMatch(m -> Tree.of(m.parsed()).all(Expr.Attribute.class).stream().anyMatch(a -> a.attr().equals(name)));
    }

    private CandidatePatch patch(Fault fault, ModuleIndex.FoundClass of, Stmt.FunctionDef method, List<Names.Match> near) {
        String base = of.shape().bases().getFirst();
        String meant = near.getFirst().name();
        return draft(fault, "Rename " + method.name().id() + " to " + meant).rated(Tier.A, Nearness.prior(near, 0))
                .because("`" + base + "` calls `" + meant + "`; nothing calls `" + method.name().id() + "`.")
                .edit(of.module().path(), new Replacement(method.name().start(), method.name().end(), meant)).done();
    }
}
