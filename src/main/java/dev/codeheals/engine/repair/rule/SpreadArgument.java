package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// One list where a function takes many arguments: {@code asyncio.gather([…])}, {@code os.path.join(parts)} lack their star.
final class SpreadArgument implements RepairRule {
    private static final Pattern SIGNS = Pattern.compile("unhashable type: '(list|set)'|expected str, bytes or os.PathLike object, not (list|tuple)"
            + "|An asyncio.Future, a coroutine or an awaitable is required|.*argument should be a str or an os.PathLike object.*not '?(list|tuple)");
    private static final Set<String> SPREADING = Set.of("gather", "join", "chain", "joinpath", "Path", "PurePath");

    @Override
    public String id() {
        return "spread-argument";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.PATH_ARGUMENT", "TYP.UNHASHABLE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", SIGNS).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            boolean one = call.args().size() == 1 && SPREADING.contains(CallSite.last(call.function()));
            boolean list = one && switch (call.args().getFirst()) {
                case Expr.Starred _ -> false;
                case Expr.ListExpr _, Expr.Comp _, Expr.Name _, Expr.Call _, Expr.Attribute _, Expr.TupleExpr _ -> true;
                case Expr _ -> false;
            };
            if (list) {
                patches.add(draft(fault, "Pass the items one by one to " + fault.text(call.function())).rated(Tier.A, 0.96)
                        .because("It takes its items as arguments of their own, not as one list.").insert(call.args().getFirst().start(), "*").done());
            }
        }
        return patches;
    }
}
