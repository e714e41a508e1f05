package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A generator function in a {@code with} statement that lacks its {@code @contextmanager}.
final class UndecoratedContext implements RepairRule {
    private static final Pattern GENERATOR = Pattern.compile("'(async_)?generator' object does not support the (?:asynchronous )?context manager protocol|^__a?enter__$|'(async_)?generator' object has no attribute '__a?enter__'");

    private record Defined(ModuleInfo module, Stmt.FunctionDef function) {}

    @Override
    public String id() {
        return "undecorated-context";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.CONTEXT_MANAGER", "ASY.AWAIT_TYPE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return fault.says(GENERATOR).isEmpty() ? List.of() : fault.expressions(Expr.Call.class).stream()
                .flatMap(c -> defined(fault, CallSite.last(c.function())).stream()).distinct().limit(1).map(d -> patch(fault, d)).toList();
    }

    private static Optional<Defined> defined(Fault fault, String name) {
        return fault.scene().ownModules().stream().flatMap(m -> Tree.of(m.parsed()).all(Stmt.FunctionDef.class).stream().map(f -> new Defined(m, f)))
                .filter(d -> d.function().name().id().equals(name) && d.function().decorators().isEmpty() && Tree.walk(d.function()).anyMatch(Expr.Yield.class::isInstance)).findFirst();
    }

    private CandidatePatch patch(Fault fault, Defined defined) {
        ModuleInfo module = defined.module();
        String decorator = defined.function().async() ? "asynccontextmanager" : "contextmanager";
        boolean whole = module.definitions().containsKey("contextlib");
        int start = module.parsed().source().lineStart(module.parsed().source().lineOf(defined.function().start()));
        String indent = module.parsed().source().indentOf(module.parsed().source().lineOf(defined.function().start()));
        Draft draft = draft(fault, "Make " + defined.function().name().id() + " a context manager").rated(Tier.A, 0.95)
                .because("A generator is used in `with`; `@" + decorator + "` makes it fit for that.")
                .edit(module.path(), Replacement.insert(start, indent + "@" + (whole ? "contextlib." : "") + decorator + module.parsed().source().eol()));
        if (!whole && !module.definitions().containsKey(decorator)) {
            fault.scene().importPlace(module).importFrom("contextlib", decorator, null).ifPresent(i -> draft.edit(module.path(), Replacement.insert(i.offset(), i.text())));
        }
        return draft.done();
    }
}
