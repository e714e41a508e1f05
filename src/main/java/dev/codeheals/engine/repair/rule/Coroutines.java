package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;
import java.util.Set;

/// Tells calls that make coroutines.
final class Coroutines {
    private static final Set<String> LIBRARY = Set.of("asyncio.sleep", "asyncio.gather", "asyncio.wait", "asyncio.wait_for", "asyncio.to_thread", "asyncio.open_connection",
            "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell");

    private Coroutines() {}

    /// Whether the call is of a function defined with {@code async def} that is no generator.
    static boolean isMadeBy(Fault fault, Expr.Call call) {
        Optional<CallSite.Definition> definition = new CallSite(call, CallSite.last(call.function())).definition(fault);
        return definition.map(d -> d.function().async()).orElseGet(() -> ImportedModule.chain(call.function()).filter(LIBRARY::contains).isPresent());
    }

    static boolean isAwaited(Fault fault, Expr call) {
        return fault.tree().parentOf(call).filter(p -> p instanceof Expr.Await).isPresent();
    }

    /// The function around the failing line, if it may await.
    static boolean insideAsync(Fault fault, int offset) {
        return fault.tree().enclosing(Stmt.FunctionDef.class, offset).filter(Stmt.FunctionDef::async).isPresent();
    }
}
