package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A {@code map}, {@code zip}, generator, view or set used as a list: it is made one where it comes from.
final class LazySequence implements RepairRule {
    private static final String KINDS = "map|filter|zip|reversed|enumerate|generator|range|range_iterator|dict_keys|dict_values|dict_items|odict_keys"
            + "|odict_values|odict_items|list_iterator|list_reverseiterator|chain|islice|set|frozenset";
    private static final Pattern MISUSED = Pattern.compile("'(" + KINDS + ")' object (?:is not subscriptable|does not support (?:item assignment|indexing)"
            + "|has no attribute '(?:append|sort|insert|extend|index|reverse|pop|count|remove)')|object of type '(" + KINDS + ")' has no len\\(\\)"
            + "|unsupported operand type\\(s\\) for \\+: '(" + KINDS + "|list)' and '(" + KINDS + "|list)'|can only concatenate list \\(not \"(" + KINDS + ")\"\\) to list"
            + "|Object of type (" + KINDS + ") is not JSON serializable");
    private static final Set<String> MAKERS = Set.of("map", "filter", "zip", "reversed", "enumerate", "range", "keys", "values", "items", "iter", "set",
            "frozenset", "chain", "islice", "from_iterable");

    @Override
    public String id() {
        return "lazy-sequence";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.NOT_SUBSCRIPTABLE", "TYP.NO_LENGTH", "TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says(MISUSED).isEmpty()) {
            return List.of();
        }
        boolean sorted = fault.message().contains("attribute 'sort'") && !fault.message().contains("'map'") && !fault.message().contains("'filter'");
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr used : used(fault)) {
            String type = fault.valueOf(used).map(v -> v.type()).orElse("");
            Expr origin = OddValue.origin(fault, used);
            boolean generator = origin instanceof Expr.Comp comp && comp.kind() == Expr.ComprehensionKind.GENERATOR;
            boolean seen = !type.isEmpty() && fault.message().contains(type.substring(type.lastIndexOf('.') + 1));
            boolean made = origin instanceof Expr.Call c && (seen || MAKERS.contains(CallSite.last(c.function())));
            if (sorted || !(made || generator || seen) || (used instanceof Expr.Name && origin.equals(used) && !seen)) {
                continue;
            }
            Draft draft = draft(fault, "Make a list of " + fault.text(generator || made ? origin : used).lines().findFirst().orElse("it")).rated(Tier.A, 0.96)
                    .because("Such a value gives its items one after the other; only a list has places and a length.");
            if (generator) {
                brackets(fault, draft, origin);
            } else {
                Expr whole = made ? origin : used;
                draft.replace(whole, "list(" + fault.text(whole) + ")");
            }
            patches.add(draft.done());
        }
        return both(fault, patches);
    }

    /// {@code range(3) + range(2)} needs both sides made lists at once.
    private List<CandidatePatch> both(Fault fault, List<CandidatePatch> patches) {
        List<Expr.BinOp> sums = fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().equals("+") && lazy(b.left()) && lazy(b.right())).toList();
        if (sums.isEmpty()) {
            return patches;
        }
        Expr.BinOp sum = sums.getFirst();
        return List.of(draft(fault, "Make lists of both").rated(Tier.A, 0.96).because("Only lists can be joined by +.")
                .replace(sum.left(), "list(" + fault.text(sum.left()) + ")").replace(sum.right(), "list(" + fault.text(sum.right()) + ")").done());
    }

    private static boolean lazy(Expr value) {
        return value instanceof Expr.Call c && MAKERS.contains(CallSite.last(c.function()));
    }

    /// The values of the failing statement that are used as a list.
    private static List<Expr> used(Fault fault) {
        List<Expr> found = new ArrayList<>();
        fault.expressions(Expr.Subscript.class).forEach(s -> found.add(s.value()));
        fault.expressions(Expr.Attribute.class).forEach(a -> found.add(a.value()));
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (CallSite.last(call.function()).equals("len") || CallSite.last(call.function()).startsWith("dump")) {
                found.addAll(call.args());
            }
        }
        fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().equals("+")).forEach(b -> {
            found.add(b.left());
            found.add(b.right());
        });
        return found.stream().distinct().toList();
    }

    private static void brackets(Fault fault, Draft draft, Expr generator) {
        String text = fault.text(generator);
        if (text.startsWith("(") && text.endsWith(")")) {
            draft.replace(generator.start(), generator.start() + 1, "[").replace(generator.end() - 1, generator.end(), "]");
        } else {
            draft.insert(generator.start(), "[").insert(generator.end(), "]");
        }
    }
}
