package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Nothing to take the largest of, to divide by, or to pop: the function says what it gives for empty input.
final class EmptyInput implements RepairRule {
    private static final Pattern EMPTY = Pattern.compile("(?:max|min)\\(\\) (?:arg|iterable argument) is (?:an empty sequence|empty)|division by zero|float division by zero"
            + "|integer (?:division or )?modulo by zero|float modulo|pop from (?:an )?empty|mean requires at least one data point"
            + "|reduce\\(\\) of empty|float floor division by zero|integer modulo by zero");

    private static final Set<String> TAKING = Set.of("max", "min", "pop", "popleft", "mean", "median", "reduce", "popitem", "choice");

    @Override
    public String id() {
        return "empty-input";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.POP_EMPTY", "NUM.ZERO_DIVISION", "VAL.EMPTY_SEQUENCE");
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
                    Expr items = call.args().getFirst();
                    boolean bare = items instanceof Expr.Comp comp && comp.kind() == Expr.ComprehensionKind.GENERATOR && !fault.text(items).startsWith("(");
                    Draft draft = draft(fault, "Give " + value + " for nothing").rated(Tier.B, 0.6).because("There may be nothing to compare.");
                    (bare ? draft.insert(items.start(), "(").insert(items.end(), ")") : draft).insert(call.end() - 1, ", default=" + value);
                    patches.add(draft.done());
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
        for (String name : divisors(fault, function)) {
            boolean given = parameters(function).contains(name) || name.startsWith("self.");
            Stmt before = given ? first : fault.statement().orElse(first);
            String indent = blocks.indentOf(before);
            for (String value : List.of("0", "0.0", "None", "[]")) {
                patches.add(draft(fault, "Return " + value + " for an empty " + name).rated(Tier.B, value.equals("0") ? 0.6 : 0.5)
                        .because("The function does not say what it gives for an empty " + name + ".").insert(before.start(),
                                "if not " + name + ":" + fault.source().eol() + indent + blocks.indentUnit() + "return " + value + fault.source().eol() + indent).done());
            }
        }
    }

    private static List<String> parameters(Stmt.FunctionDef function) {
        return function.args().parameters().stream().map(p -> p.name()).filter(n -> !n.equals("self") && !n.equals("cls")).toList();
    }

    /// What decides: what stands below a division, or what is taken from; else parameters whose name stands on the failing line, else all.
    private static List<String> divisors(Fault fault, Stmt.FunctionDef function) {
        List<String> names = parameters(function);
        Stream<Expr> below = fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().startsWith("/") || b.op().equals("%")).map(Expr.BinOp::right);
        Stream<Expr> taken = fault.expressions(Expr.Call.class).stream().flatMap(c -> TAKING.contains(CallSite.last(c.function())) ? takenFrom(c) : Stream.empty());
        List<String> found = Stream.concat(below, taken).flatMap(e -> Stream.concat(Tree.walk(e).filter(n -> n instanceof Expr.Name name && names.contains(name.id())),
                Stream.of(measured(e)).filter(m -> m instanceof Expr.Name || (m instanceof Expr.Attribute a && a.value() instanceof Expr.Name))))
                .map(fault::text).distinct().limit(3).toList();
        if (!found.isEmpty()) {
            return found;
        }
        String line = fault.source().line(fault.line());
        List<String> near = names.stream().filter(n -> line.matches(".*\\b" + Pattern.quote(n) + "\\b.*")).toList();
        return near.isEmpty() ? names.stream().limit(2).toList() : near;
    }

    private static Stream<Expr> takenFrom(Expr.Call call) {
        return call.args().isEmpty() ? call.function() instanceof Expr.Attribute a ? Stream.of(a.value()) : Stream.empty() : Stream.of(call.args().getFirst());
    }

    /// {@code items} for {@code len(items)}.
    private static Expr measured(Expr expression) {
        return expression instanceof Expr.Call c && CallSite.last(c.function()).equals("len") && c.args().size() == 1 ? c.args().getFirst() : expression;
    }
}
