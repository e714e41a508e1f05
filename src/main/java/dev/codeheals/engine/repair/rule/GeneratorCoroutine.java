package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// {@code @asyncio.coroutine} with {@code yield from}: since 3.11 only {@code async def} with {@code await} makes a coroutine.
final class GeneratorCoroutine implements RepairRule {

    @Override
    public String id() {
        return "generator-coroutine";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.MODULE_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean gone = MissingAttribute.of(fault).filter(m -> m.ownerName().equals("asyncio") && m.attribute().equals("coroutine")).isPresent()
                || (fault.exceptionType().equals("ImportError") && fault.message().startsWith("cannot import name 'coroutine' from 'asyncio'"));
        if (!gone) {
            return List.of();
        }
        Draft draft = draft(fault, "Write async def and await").rated(Tier.A, 0.97).because("`asyncio.coroutine` is gone; a coroutine is an `async def` now.");
        for (Stmt.FunctionDef function : fault.tree().all(Stmt.FunctionDef.class)) {
            function.decorators().stream().filter(GeneratorCoroutine::isOld).findFirst().ifPresent(d -> rewrite(fault, draft, function, d));
        }
        fault.tree().all(Stmt.ImportFrom.class).stream().filter(f -> f.module().equals("asyncio") && f.names().size() == 1
                && f.names().getFirst().name().equals("coroutine")).findFirst().ifPresent(f -> {
                    int line = fault.source().lineOf(f.start());
                    draft.delete(fault.source().lineStart(line), fault.source().lineStart(line + 1));
                });
        return draft.isEmpty() ? List.of() : List.of(draft.done());
    }

    private static boolean isOld(Expr decorator) {
        Optional<String> name = ImportedModule.chain(decorator);
        return name.filter(n -> n.equals("asyncio.coroutine") || n.equals("coroutine")).isPresent();
    }

    private static void rewrite(Fault fault, Draft draft, Stmt.FunctionDef function, Expr decorator) {
        int line = fault.source().lineOf(decorator.start());
        draft.delete(fault.source().lineStart(line), fault.source().lineStart(line + 1)).insert(function.start(), "async ");
        Tree.walk(function).filter(n -> n instanceof Expr.Yield y && y.from() && y.value() != null).map(n -> (Expr.Yield) n).forEach(y -> {
            Expr value = Objects.requireNonNull(y.value());
            draft.replace(y.start(), value.start(), fault.source().text().charAt(value.start() - 1) == '(' ? "await (" : "await ");
        });
    }
}
