package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A loop over a dict whose values were meant, and pairs taken from a dict or list that gives single items.
final class RecordsByName implements RepairRule {
    private static final Pattern TEXT_INDEX = Pattern.compile("string indices must be integers.*");
    private static final Pattern UNPACK = Pattern.compile("(?:not enough values|too many values) to unpack.*|cannot unpack non-(?:iterable|sequence) (\\w+) object.*");
    private static final Pattern SORTED_BY = Pattern.compile("string index out of range|'(?:int|float|NoneType)' object is not subscriptable"
            + "|bad operand type for unary -: 'str'");
    private static final Set<String> PASSING_ON = Set.of("sorted", "list", "reversed", "tuple", "iter");
    private static final Set<String> TABLES = Set.of("dict", "defaultdict", "Counter", "OrderedDict", "fromkeys");

    @Override
    public String id() {
        return "records-by-name";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IDX.INDEX_ERROR", "TYP.INDEX_TYPE", "TYP.NOT_SUBSCRIPTABLE", "VAL.UNPACK_TOO_FEW", "VAL.UNPACK_TOO_MANY");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.says("TypeError", TEXT_INDEX).isPresent()) {
            for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
                if (subscript.value() instanceof Expr.Name name) {
                    loops(fault).filter(l -> l.target() instanceof Expr.Name t && t.id().equals(name.id())).forEach(l -> patches.add(
                            draft(fault, "Loop over the values").rated(Tier.B, 0.78).because("Looping over a dict gives its keys.")
                                    .insert(l.iter().end(), ".values()").done()));
                }
            }
        }
        boolean unpacks = fault.says("ValueError", UNPACK).isPresent() || fault.says("TypeError", UNPACK).isPresent();
        if (unpacks) {
            pairs(fault).forEach(iterated -> unpacked(fault, iterated, patches));
        }
        if (fault.says(SORTED_BY).isPresent()) {
            byPlace(fault).forEach(iterated -> patches.add(items(fault, iterated)));
        }
        return patches;
    }

    /// What loops and comprehensions of the failing line take pairs from.
    private static Stream<Expr> pairs(Fault fault) {
        Stream<Expr> loop = fault.statement().stream().filter(s -> s instanceof Stmt.For f && isPair(f.target())).map(s -> ((Stmt.For) s).iter());
        Stream<Expr> comprehensions = fault.expressions(Expr.Comp.class).stream().flatMap(c -> c.generators().stream()).filter(g -> isPair(g.target())).map(g -> g.iter());
        return Stream.concat(loop, comprehensions).map(RecordsByName::inner);
    }

    private static boolean isPair(Expr target) {
        return target instanceof Expr.TupleExpr pair && pair.elements().size() == 2;
    }

    /// {@code counts} for {@code sorted(counts)}.
    private static Expr inner(Expr iterated) {
        return iterated instanceof Expr.Call call && call.function() instanceof Expr.Name name && PASSING_ON.contains(name.id()) && !call.args().isEmpty()
                ? call.args().getFirst() : iterated;
    }

    private void unpacked(Fault fault, Expr iterated, List<CandidatePatch> patches) {
        String type = Values.type(fault, iterated).map(t -> t.substring(t.lastIndexOf('.') + 1)).orElse("");
        boolean table = isTable(fault, iterated, type);
        if (table || type.isEmpty()) {
            patches.add(items(fault, iterated));
        }
        if (!table) {
            String text = fault.text(iterated);
            patches.add(draft(fault, "Count along with enumerate").rated(Tier.B, type.isEmpty() ? 0.6 : 0.78).because("The loop wants a number beside each item.")
                    .replace(iterated, "enumerate(" + text + ")").done());
            patches.add(draft(fault, "Count along from 1").rated(Tier.B, type.isEmpty() ? 0.5 : 0.6).because("The loop wants a number beside each item.")
                    .replace(iterated, "enumerate(" + text + ", 1)").done());
        }
        if (iterated instanceof Expr.TupleExpr two && two.elements().size() == 2) {
            String text = fault.text(two);
            patches.add(draft(fault, "Go through both side by side").rated(Tier.B, 0.9).because("The loop takes one item of each.")
                    .replace(two, "zip" + (text.startsWith("(") ? text : "(" + text + ")")).done());
        }
    }

    private CandidatePatch items(Fault fault, Expr iterated) {
        boolean table = isTable(fault, iterated, Values.type(fault, iterated).orElse(""));
        return draft(fault, "Loop over the items").rated(table ? Tier.A : Tier.B, table ? 0.95 : 0.75).because("Looping over a dict gives its keys alone.")
                .insert(iterated.end(), ".items()").done();
    }

    /// Sequences that are sorted or searched by a place of each item, where the items may be keys: {@code sorted(counts, key=lambda pair: pair[1])}.
    private static Stream<Expr> byPlace(Fault fault) {
        return fault.expressions(Expr.Call.class).stream().filter(c -> !c.args().isEmpty() && c.keywords().stream().anyMatch(k -> "key".equals(k.name())
                        && k.value() instanceof Expr.Lambda l && Tree.walk(l.body()).anyMatch(n -> n instanceof Expr.Subscript s && s.index() instanceof Expr.Constant)))
                .map(c -> c.args().getFirst()).filter(e -> !(e instanceof Expr.Call c && CallSite.last(c.function()).equals("items")));
    }

    /// Whether it is a dict, by what was seen, or because the project's function that makes it builds one.
    private static boolean isTable(Fault fault, Expr iterated, String type) {
        String bare = type.substring(type.lastIndexOf('.') + 1);
        boolean seen = bare.equals("dict") || bare.endsWith("Dict") || bare.equals("defaultdict") || bare.equals("Counter");
        return seen || (iterated instanceof Expr.Call call && new CallSite(call, CallSite.last(call.function())).definition(fault)
                .filter(d -> Tree.walk(d.function()).anyMatch(n -> n instanceof Stmt.Return r && r.value() != null && makesTable(d.function(), r.value()))).isPresent());
    }

    private static boolean makesTable(Stmt.FunctionDef function, Expr value) {
        return switch (value) {
            case Expr.DictExpr _ -> true;
            case Expr.Comp c -> c.kind() == Expr.ComprehensionKind.DICT;
            case Expr.Call c -> TABLES.contains(CallSite.last(c.function()));
            case Expr.Name name -> Tree.walk(function).anyMatch(n -> n instanceof Stmt.Assign a && !(a.value() instanceof Expr.Name)
                    && a.targets().stream().anyMatch(t -> t instanceof Expr.Name o && o.id().equals(name.id())) && makesTable(function, a.value()));
            case Expr _ -> false;
        };
    }

    private static Stream<Stmt.For> loops(Fault fault) {
        return Tree.of(fault.parsed()).all(Stmt.For.class).stream()
                .filter(l -> fault.source().lineOf(l.start()) <= fault.line() && fault.source().lineOf(l.end()) >= fault.line());
    }
}
