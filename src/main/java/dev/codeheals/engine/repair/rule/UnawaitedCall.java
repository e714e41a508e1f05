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
import java.util.stream.Collectors;

/// A coroutine that went on as a value because an earlier call of an {@code async def} lacks its {@code await}.
final class UnawaitedCall implements RepairRule {
    private static final Pattern SIGNS = Pattern.compile("(?s).*\\b(coroutine|_GatheringFuture|Future|future|Task|async_generator)\\b.*");
    private static final Set<String> TAKERS = Set.of("gather", "create_task", "ensure_future", "run", "wait", "wait_for", "run_until_complete", "shield", "append",
            "as_completed", "add", "run_coroutine_threadsafe", "start_soon");
    /// They keep a coroutine for later, so it may be awaited elsewhere.
    private static final Set<String> KEEPERS = Set.of("append", "add");
    private static final Pattern NEVER_AWAITED = Pattern.compile("coroutine '(?:.*\\.)?(\\w+)' was never awaited");
    private static final int MOST = 4;

    @Override
    public String id() {
        return "unawaited-call";
    }

    @Override
    public Set<String> answers() {
        return Set.of("ASY.AWAIT_MISSING", "ASY.COROUTINE_REUSED", "RUN.RUNTIME", "TYP.NO_LENGTH");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean kind = Set.of("RuntimeWarning", "TypeError", "AttributeError", "AssertionError", "ValueError", "RuntimeError", "Failed").contains(fault.exceptionType());
        if (!kind || !SIGNS.matcher(fault.message()).matches()) {
            return List.of();
        }
        Set<String> makers = fault.scene().ownModules().stream().flatMap(m -> Tree.of(m.parsed()).all(Stmt.FunctionDef.class).stream())
                .filter(f -> f.async() && Tree.walk(f).noneMatch(n -> n instanceof Expr.Yield)).map(f -> f.name().id()).collect(Collectors.toSet());
        fault.says(NEVER_AWAITED).ifPresent(named -> makers.add(named.group(1)));
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            Tree tree = Tree.of(module.parsed());
            for (Stmt.FunctionDef function : tree.all(Stmt.FunctionDef.class)) {
                if (patches.size() < MOST && function.async()) {
                    within(fault, module, tree, function, makers, patches);
                } else if (patches.size() < MOST && module.parsed().source().text().contains("import asyncio")) {
                    outside(fault, module, tree, function, makers, patches);
                }
            }
        }
        return patches;
    }

    private void within(Fault fault, ModuleInfo module, Tree tree, Stmt.FunctionDef function, Set<String> makers, List<CandidatePatch> patches) {
        for (Node node : function.body().stream().flatMap(Tree::walk).toList()) {
            if (!(node instanceof Expr.Call call)) {
                continue;
            }
            String name = CallSite.last(call.function());
            boolean library = ImportedModule.chain(call.function()).filter(c -> c.equals("asyncio.gather") || c.equals("asyncio.sleep")).isPresent();
            Node parent = tree.parentOf(call).orElse(function);
            boolean kept = parent instanceof Expr.Call outer && KEEPERS.contains(CallSite.last(outer.function()));
            boolean wanted = (makers.contains(name) || library) && (kept || !isTaken(tree, parent));
            if (wanted) {
                String text = tree.text(call);
                boolean wraps = parent instanceof Expr.Attribute || (parent instanceof Expr.Subscript s && s.value().equals(call))
                        || (parent instanceof Expr.Call c && c.function().equals(call));
                patches.add(draft(fault, "Await " + tree.text(call.function())).rated(kept ? Tier.B : Tier.A, kept ? 0.8 : 0.95)
                        .because("The call makes a coroutine; `await` gives its result.")
                        .edit(module.path(), new Replacement(call.start(), call.end(), wraps ? "(await " + text + ")" : "await " + text)).done());
            }
        }
    }

    /// A function that cannot await runs the coroutine to its end.
    private void outside(Fault fault, ModuleInfo module, Tree tree, Stmt.FunctionDef function, Set<String> makers, List<CandidatePatch> patches) {
        function.body().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.Call c && makers.contains(CallSite.last(c.function()))
                && c.function() instanceof Expr.Name && !isTaken(tree, tree.parentOf(c).orElse(function))).map(Expr.Call.class::cast).findFirst()
                .ifPresent(call -> patches.add(draft(fault, "Run " + tree.text(call.function()) + " with asyncio.run").rated(Tier.B, 0.85)
                        .because("Outside of `async def`, `asyncio.run` gives a coroutine's result.")
                        .edit(module.path(), new Replacement(call.start(), call.end(), "asyncio.run(" + tree.text(call) + ")")).done()));
    }

    /// Whether the coroutine is awaited, or handed to something that runs it.
    private static boolean isTaken(Tree tree, Node parent) {
        return switch (parent) {
            case Expr.Await _ -> true;
            case Expr.Call outer -> TAKERS.contains(CallSite.last(outer.function()));
            case Expr.Starred s -> tree.parentOf(s).filter(p -> p instanceof Expr.Call c && TAKERS.contains(CallSite.last(c.function()))).isPresent();
            case Expr.Comp comp -> tree.parentOf(comp).filter(p -> p instanceof Expr.Starred
                    || (p instanceof Expr.Call c && TAKERS.contains(CallSite.last(c.function())))).isPresent();
            case Node _ -> false;
        };
    }
}
