package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asynchronous and plain code mixed: a plain value awaited, a function given where its coroutine is wanted, {@code for} or {@code with} without {@code async}.
final class WrongAwait implements RepairRule {
    private static final Pattern AWAITED = Pattern.compile("object (?:'?[\\w.]+'? )?can't be used in 'await' expression|object \\S+ can't be used in 'await' expression");
    private static final Pattern WANTED = Pattern.compile("a coroutine was expected, got <(?:function|bound method)|An asyncio.Future, a coroutine or an awaitable is required"
            + "|object function can't be used in 'await'|object method can't be used in 'await'");
    private static final Pattern ITERATED = Pattern.compile("'(?:async_generator|[\\w.]+)' object is not iterable");
    private static final Pattern NOT_ASYNC_ITERABLE = Pattern.compile("'async for' requires an object with __aiter__ method, got (\\w+)");
    private static final Pattern MANAGED = Pattern.compile("'[\\w.]+' object does not support the (asynchronous )?context manager protocol|__(a?)enter__$");

    private static final Pattern OF_TYPE = Pattern.compile("'(?:[\\w.]*\\.)?(\\w+)' object ");

    @Override
    public String id() {
        return "wrong-await";
    }

    @Override
    public Set<String> answers() {
        return Set.of("ASY.AWAIT_TYPE", "TYP.CONTEXT_MANAGER", "TYP.NOT_ITERABLE", "VAL.VALUE_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean type = fault.exceptionType().equals("TypeError") || fault.exceptionType().equals("AttributeError") || fault.exceptionType().equals("ValueError");
        if (!type || fault.inTests()) {
            return List.of();
        }
        if (fault.says(WANTED).isPresent()) {
            return uncalled(fault).stream().toList();
        }
        if (fault.says(AWAITED).isPresent()) {
            return awaited(fault).stream().toList();
        }
        Optional<Boolean> async = fault.says(MANAGED).map(m -> m.group(1) != null || "a".equals(m.group(2)));
        return async.isPresent() ? managed(fault, async.get()).stream().toList() : iterated(fault).stream().toList();
    }

    /// {@code asyncio.run(main)}: the function itself instead of its coroutine.
    private Optional<CandidatePatch> uncalled(Fault fault) {
        return fault.expressions(Expr.Name.class).stream().filter(n -> !OddValue.isCalled(fault, n) && fault.modules().lookUp(fault.module(), n.id())
                .filter(f -> f.definition().node() instanceof Stmt.FunctionDef d && d.async()).isPresent()).findFirst()
                .map(n -> draft(fault, "Call " + n.id() + "()").rated(Tier.A, 0.95).because("A coroutine is wanted here; calling the function makes one.").insert(n.end(), "()").done());
    }

    private Optional<CandidatePatch> awaited(Fault fault) {
        return fault.expressions(Expr.Await.class).stream().filter(a -> !(a.value() instanceof Expr.Call c && Coroutines.isMadeBy(fault, c))).findFirst()
                .map(a -> draft(fault, "Do not await " + fault.text(a.value())).rated(Tier.B, 0.88).because("The value is there at once; only coroutines are awaited.")
                        .delete(a.start(), a.value().start()).done());
    }

    private Optional<CandidatePatch> iterated(Fault fault) {
        if (fault.says(NOT_ASYNC_ITERABLE).isPresent()) {
            return fault.statement().filter(s -> s instanceof Stmt.For f && f.async()).map(s -> draft(fault, "Loop without async").rated(Tier.B, 0.88)
                    .because("The value is an ordinary iterable.").delete(s.start(), fault.source().text().indexOf("for", s.start())).done());
        }
        boolean generator = fault.says(ITERATED).isPresent() && fault.statement().orElse(null) instanceof Stmt.For f && isAsyncIterable(fault, f.iter())
                && Coroutines.insideAsync(fault, f.start());
        return generator ? fault.statement().map(s -> draft(fault, "Loop with async for").rated(Tier.B, 0.93).because("The iterable is asynchronous.")
                .insert(s.start(), "async ").done()) : Optional.empty();
    }

    private static boolean isAsyncIterable(Fault fault, Expr iter) {
        boolean made = iter instanceof Expr.Call c && Coroutines.isMadeBy(fault, c);
        return made || fault.message().startsWith("'async_generator'") || fault.valueOf(iter).filter(v -> fault.modules().classes(v.type().substring(v.type().lastIndexOf('.') + 1))
                .stream().anyMatch(k -> k.shape().method("__aiter__").isPresent())).isPresent();
    }

    private Optional<CandidatePatch> managed(Fault fault, boolean async) {
        Optional<Stmt.With> with = fault.statement().filter(s -> s instanceof Stmt.With w && w.async() == async).map(Stmt.With.class::cast);
        String wanted = async ? "__enter__" : "__aenter__";
        boolean fits = with.isPresent() && with.get().items().stream().map(Node.WithItem::context).anyMatch(e -> manager(fault, e, wanted));
        return !fits || (!async && !Coroutines.insideAsync(fault, with.get().start())) ? Optional.empty()
                : Optional.of(async ? draft(fault, "Use plain with").rated(Tier.B, 0.9).because("The context manager is an ordinary one.")
                        .delete(with.get().start(), fault.source().text().indexOf("with", with.get().start())).done()
                        : draft(fault, "Use async with").rated(Tier.B, 0.93).because("The context manager is asynchronous.").insert(with.get().start(), "async ").done());
    }

    private static boolean manager(Fault fault, Expr context, String method) {
        boolean own = context instanceof Expr.Call c && ImportedModule.chain(c.function()).flatMap(n -> fault.modules().classIn(fault.module(), n))
                .filter(k -> fault.modules().members(k).containsKey(method)).isPresent();
        String source = context instanceof Expr.Call c ? CallSite.last(c.function()) : fault.text(context);
        boolean known = method.equals("__aenter__") ? source.equals("ClientSession") || source.equals("Lock") || source.equals("AsyncClient") || source.equals("Semaphore")
                || source.equals("timeout") || source.equals("TaskGroup") || source.endsWith("lock") : source.equals("open") || source.equals("ThreadPoolExecutor") || source.equals("suppress");
        Matcher named = OF_TYPE.matcher(fault.message());
        String type = named.lookingAt() ? named.group(1) : fault.valueOf(context).map(v -> v.type().substring(v.type().lastIndexOf('.') + 1)).orElse("");
        boolean told = fault.modules().classes(type).stream().anyMatch(k -> fault.modules().members(k).containsKey(method));
        return own || known || told || (context instanceof Expr.Call c && Coroutines.isMadeBy(fault, c));
    }
}
