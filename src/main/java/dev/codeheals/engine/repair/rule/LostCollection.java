package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A plain dictionary or list that is asked for what only a `Counter`, `OrderedDict` or `deque` can do: it is made as that.
final class LostCollection implements RepairRule {
    private static final Pattern LACKS = Pattern.compile("'(dict|list)' object has no attribute '(\\w+)'");
    private static final Map<String, String> OF_DICT = Map.of("most_common", "Counter", "elements", "Counter", "subtract", "Counter", "total", "Counter", "move_to_end", "OrderedDict");
    private static final Map<String, String> OF_LIST = Map.of("appendleft", "deque", "popleft", "deque", "rotate", "deque", "extendleft", "deque");

    @Override
    public String id() {
        return "lost-collection";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("AttributeError", LACKS);
        Optional<String> type = says.map(m -> (m.group(1).equals("dict") ? OF_DICT : OF_LIST).get(m.group(2)));
        if (type.isEmpty() || fault.inTests()) {
            return List.of();
        }
        Optional<Expr> receiver = fault.expressions(Expr.Attribute.class).stream().filter(a -> a.attr().equals(says.orElseThrow().group(2))).map(Expr.Attribute::value).findFirst();
        List<CandidatePatch> patches = new ArrayList<>();
        receiver.ifPresent(r -> makers(fault, r, patches, type.get()));
        return patches;
    }

    private void makers(Fault fault, Expr receiver, List<CandidatePatch> patches, String type) {
        Expr origin = OddValue.origin(fault, receiver);
        if (isPlain(origin, type)) {
            patches.add(made(fault, fault.module(), origin, type));
        } else if (origin instanceof Expr.Call call) {
            new CallSite(call, CallSite.last(call.function())).definition(fault).ifPresent(d -> Tree.walk(d.function())
                    .filter(n -> n instanceof Stmt.Assign a && isPlain(a.value(), type)).limit(2).forEach(n -> patches.add(made(fault, d.module(), ((Stmt.Assign) n).value(), type))));
        } else if (origin instanceof Expr.Attribute attribute) {
            fault.tree().all(Stmt.Assign.class).stream().filter(a -> fault.text(a.targets().getFirst()).equals(fault.text(attribute)) && isPlain(a.value(), type)).limit(2)
                    .forEach(a -> patches.add(made(fault, fault.module(), a.value(), type)));
        }
    }

    private static boolean isPlain(Expr value, String type) {
        boolean list = type.equals("deque");
        return switch (value) {
            case Expr.ListExpr _ -> list;
            case Expr.DictExpr d -> !list && d.values().isEmpty();
            case Expr.Call c -> c.function() instanceof Expr.Name n && n.id().equals(list ? "list" : "dict");
            case Expr _ -> false;
        };
    }

    private CandidatePatch made(Fault fault, ModuleInfo module, Expr value, String type) {
        String text = module.parsed().source().text();
        String inner = switch (value) {
            case Expr.ListExpr l when !l.elements().isEmpty() -> text.substring(l.start(), l.end());
            case Expr.Call c -> text.substring(c.openParen() + 1, c.end() - 1);
            case Expr _ -> "";
        };
        Draft draft = draft(fault, "Make it a " + type).rated(Tier.A, 0.95).because("Only a `" + type + "` can do what is asked of it.");
        String name = module.scopes().module().binds(type) ? type : module.scopes().module().binds("collections") ? "collections." + type : type;
        if (!module.scopes().module().binds(type) && !module.scopes().module().binds("collections")) {
            fault.scene().importPlace(module).importFrom("collections", type, null).ifPresent(i -> draft.edit(module.path(), Replacement.insert(i.offset(), i.text())));
        }
        return draft.edit(module.path(), new Replacement(value.start(), value.end(), name + "(" + inner + ")")).done();
    }
}
