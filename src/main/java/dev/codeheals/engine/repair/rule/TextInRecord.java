package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A number that a record keeps as text: it is converted where the record is made, so that all who read it get the number.
final class TextInRecord implements RepairRule {
    private static final Pattern MIXED = Pattern.compile("'[<>]=?' not supported between instances of .*'str'.*|unsupported operand type\\(s\\) for .*'str'.*"
            + "|can't multiply sequence by non-int of type '(?:str|float)'|bad operand type for .*: 'str'|'str' object cannot be interpreted as an integer"
            + "|can only concatenate str \\(not \"(?:int|float)\"\\) to str");

    @Override
    public String id() {
        return "text-in-record";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.COMPARISON", "TYP.STR_NUMBER_MIX", "TYP.UNSUPPORTED_OPERAND", "TYP.INTEGER_REQUIRED");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.inTests() || fault.says("TypeError", MIXED).isEmpty()) {
            return patches;
        }
        for (Expr read : fault.expressions(Expr.class)) {
            Optional<ValueFacts> seen = fault.valueOf(read);
            if (seen.isEmpty() || seen.get().type().equals("str")) {
                for (ModuleInfo module : fault.scene().ownModules()) {
                    kept(module, read).filter(value -> isText(module, value)).limit(2).forEach(value -> converted(fault, module, value, seen, patches));
                }
            }
        }
        return patches;
    }

    /// The values a record of the module is made with under the key or name that is read.
    private static Stream<Expr> kept(ModuleInfo module, Expr read) {
        Tree tree = Tree.of(module.parsed());
        return switch (read) {
            case Expr.Subscript s when s.index() instanceof Expr.Constant key && key.kind() == Expr.ConstantKind.STRING ->
                tree.all(Expr.DictExpr.class).stream().flatMap(d -> Stream.iterate(0, i -> i < d.values().size(), i -> i + 1)
                        .filter(i -> d.keys().get(i) instanceof Expr.Constant k && k.value().equals(key.value())).map(d.values()::get));
            case Expr.Attribute a -> tree.all(Stmt.Assign.class).stream().filter(s -> s.targets().stream()
                    .anyMatch(t -> t instanceof Expr.Attribute f && f.attr().equals(a.attr()))).map(Stmt.Assign::value);
            case Expr _ -> Stream.empty();
        };
    }

    private static boolean isText(ModuleInfo module, Expr value) {
        String text = module.parsed().source().text().substring(value.start(), value.end());
        boolean cut = value instanceof Expr.Call c && Set.of("strip", "group", "get", "pop").contains(CallSite.last(c.function()));
        return cut || value instanceof Expr.Subscript || (value instanceof Expr.Name && !text.equals("self"));
    }

    private void converted(Fault fault, ModuleInfo module, Expr value, Optional<ValueFacts> seen, List<CandidatePatch> patches) {
        String text = module.parsed().source().text().substring(value.start(), value.end());
        List<String> types = seen.map(v -> v.repr().contains(".") ? List.of("float") : List.of("int", "float")).orElse(List.of("int", "float"));
        for (String type : types) {
            patches.add(draft(fault, "Keep " + text + " as a number").rated(Tier.B, (seen.isPresent() ? 0.9 : 0.8) - (type.equals("float") && types.size() > 1 ? 0.1 : 0))
                    .because("It is text where the record is made, and a number is calculated with it.")
                    .edit(module.path(), new Replacement(value.start(), value.end(), type + "(" + text + ")")).done());
        }
    }
}
