package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A coroutine used as if it were its result.
final class MissingAwait implements RepairRule {
    private static final Pattern COROUTINE = Pattern.compile(".*\\bcoroutine\\b.*|.*Object of type coroutine .*", Pattern.DOTALL);

    private static final Set<String> GATHERING = Set.of("append", "add", "extend", "insert", "put", "put_nowait", "appendleft");

    @Override
    public String id() {
        return "missing-await";
    }

    @Override
    public Set<String> answers() {
        return Set.of("ASY.AWAIT_MISSING", "TYP.NO_LENGTH");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean type = fault.exceptionType().equals("TypeError") || fault.exceptionType().equals("AttributeError");
        if (!type || fault.says(COROUTINE).isEmpty() || fault.inTests()) {
            return List.of();
        }
        List<CandidatePatch> here = OddValue.culprits(fault, Set.of("coroutine")).stream().map(e -> OddValue.origin(fault, e)).distinct()
                .flatMap(e -> e instanceof Expr.Call c && Coroutines.isMadeBy(fault, c) && !Coroutines.isAwaited(fault, c) ? patch(fault, c).stream() : Stream.empty())
                .limit(2).toList();
        return here.isEmpty() ? gathered(fault) : here;
    }

    /// The coroutines came in a collection: awaited they must be where they were put into it.
    private List<CandidatePatch> gathered(Fault fault) {
        return fault.tree().all(Expr.Call.class).stream().filter(c -> fault.tree().parentOf(c).filter(p -> keeps(p, c)).isPresent() && Coroutines.insideAsync(fault, c.start())
                && !Coroutines.isAwaited(fault, c) && mayBeCoroutine(fault, c)).limit(4)
                .map(c -> draft(fault, "Await " + fault.text(c.function())).rated(Tier.B, 0.8).because("Coroutines were kept where their results were meant.")
                        .insert(c.start(), "await ").done()).toList();
    }

    private static boolean keeps(Node parent, Expr.Call call) {
        return switch (parent) {
            case Expr.Call c -> c.args().contains(call) && GATHERING.contains(CallSite.last(c.function()));
            case Expr.Comp c -> c.kind() != Expr.ComprehensionKind.GENERATOR && (call.equals(c.element()) || call.equals(c.value()));
            case Stmt.Assign a -> a.value().equals(call) && a.targets().getFirst() instanceof Expr.Subscript;
            case Node _ -> false;
        };
    }

    /// A coroutine function of the project, or a function that came in as a value.
    private static boolean mayBeCoroutine(Fault fault, Expr.Call call) {
        return Coroutines.isMadeBy(fault, call) || (call.function() instanceof Expr.Name name && fault.scopes().resolve(name.id(), name.start())
                .filter(s -> !s.equals(fault.scopes().module())).isPresent());
    }

    private Optional<CandidatePatch> patch(Fault fault, Expr.Call call) {
        boolean inside = Coroutines.insideAsync(fault, call.start());
        if (inside) {
            Draft draft = draft(fault, "Await " + fault.text(call.function())).rated(Tier.B, 0.95).because("The call makes a coroutine; `await` gives its result.");
            boolean wrapped = fault.tree().parentOf(call).filter(p -> needsParentheses(p, call)).isPresent();
            return Optional.of(wrapped ? draft.insert(call.start(), "(await ").insert(call.end(), ")").done() : draft.insert(call.start(), "await ").done());
        }
        Draft draft = draft(fault, "Run " + fault.text(call.function()) + " with asyncio.run").rated(Tier.B, 0.85)
                .because("The call makes a coroutine; outside of `async def`, `asyncio.run` gives its result.");
        String asyncio = ModuleReference.made(fault, "asyncio", draft);
        return Optional.of(draft.insert(call.start(), asyncio + ".run(").insert(call.end(), ")").done());
    }

    private static boolean needsParentheses(Node parent, Expr call) {
        return switch (parent) {
            case Expr.Attribute _ -> true;
            case Expr.Subscript s -> s.value().equals(call);
            case Expr.Call c -> c.function().equals(call);
            case Expr.BinOp b -> b.op().equals("**");
            case Node _ -> false;
        };
    }
}
