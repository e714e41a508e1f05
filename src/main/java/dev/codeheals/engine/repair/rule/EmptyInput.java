package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Nothing to take the largest of, to divide by, or to pop: the function says what it gives for empty input.
final class EmptyInput implements RepairRule {
    private static final Pattern EMPTY = Pattern.compile("(?:max|min)\\(\\) (?:arg|iterable argument) is (?:an empty sequence|empty)|division by zero|float division by zero"
            + "|integer (?:division or )?modulo by zero|float modulo|pop from (?:an )?empty|mean requires at least one data point"
            + "|reduce\\(\\) of empty|float floor division by zero|integer modulo by zero");

    @Override
    public String id() {
        return "empty-input";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says(EMPTY).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            boolean extreme = call.function() instanceof Expr.Name n && (n.id().equals("max") || n.id().equals("min")) && call.args().size() == 1;
            if (extreme && call.keywords().stream().noneMatch(k -> "default".equals(k.name()))) {
                for (String value : List.of("None", "0")) {
                    patches.add(draft(fault, "Give " + value + " for nothing").rated(Tier.B, 0.6).because("There may be nothing to compare.")
                            .insert(call.end() - 1, ", default=" + value).done());
                }
            }
        }
        fault.function().ifPresent(function -> guards(fault, function, patches));
        return patches;
    }

    private void guards(Fault fault, Stmt.FunctionDef function, List<CandidatePatch> patches) {
        Stmt first = Blocks.firstStatement(function.body()).orElse(null);
        if (first == null) {
            return;
        }
        Blocks blocks = Blocks.of(fault.parsed());
        String indent = blocks.indentOf(first);
        for (String name : divisors(fault, function)) {
            for (String value : List.of("0", "0.0", "None", "[]")) {
                patches.add(draft(fault, "Return " + value + " for an empty " + name).rated(Tier.B, value.equals("0") ? 0.6 : 0.5)
                        .because("The function does not say what it gives for an empty " + name + ".").insert(first.start(),
                                "if not " + name + ":" + fault.source().eol() + indent + blocks.indentUnit() + "return " + value + fault.source().eol() + indent).done());
            }
        }
    }

    /// Parameters that decide: those whose name stands on the failing line, else all.
    private static List<String> divisors(Fault fault, Stmt.FunctionDef function) {
        String line = fault.source().line(fault.line());
        List<String> names = function.args().parameters().stream().map(p -> p.name()).filter(n -> !n.equals("self") && !n.equals("cls")).toList();
        List<String> below = fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().startsWith("/") || b.op().equals("%"))
                .flatMap(b -> Tree.walk(b.right())).filter(n -> n instanceof Expr.Name).map(n -> ((Expr.Name) n).id()).filter(names::contains).distinct().toList();
        if (!below.isEmpty()) {
            return below;
        }
        List<String> near = names.stream().filter(n -> line.matches(".*\\b" + Pattern.quote(n) + "\\b.*")).toList();
        return near.isEmpty() ? names.stream().limit(2).toList() : near;
    }
}
