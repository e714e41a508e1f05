package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A function that calls itself on every path: it gets an end, which only a test can tell from others.
final class RecursionWithoutBase implements RepairRule {

    @Override
    public String id() {
        return "recursion-without-base";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IDX.INDEX_ERROR", "PRF.RECURSION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Stmt.FunctionDef> function = endless(fault);
        Optional<String> parameter = function.flatMap(RecursionWithoutBase::shrinking);
        if (parameter.isEmpty()) {
            return List.of();
        }
        Stmt first = Blocks.firstStatement(function.get().body()).orElse(function.get().body().getFirst());
        String name = parameter.get();
        List<CandidatePatch> patches = new ArrayList<>();
        boolean number = Tree.walk(function.get()).anyMatch(n -> n instanceof Expr.BinOp b && b.left() instanceof Expr.Name p && p.id().equals(name)
                && (b.op().equals("-") || b.op().startsWith("/")));
        String product = Tree.walk(function.get()).anyMatch(n -> n instanceof Expr.BinOp b && b.op().equals("*")) ? "1" : "0";
        String other = product.equals("1") ? "0" : "1";
        List<String> ends = number
                ? List.of("if " + name + " <= 1:|" + product, "if " + name + " == 0:|" + product, "if " + name + " <= 1:|" + name, "if " + name + " == 0:|" + other)
                : List.of("if not " + name + ":|0", "if not " + name + ":|[]", "if not " + name + ":|" + Quotes.of(fault).repeat(2), "if not " + name + ":|" + name,
                        "if " + name + " is None:|0");
        double prior = 0.75;
        for (String end : ends) {
            int cut = end.indexOf('|');
            patches.add(base(fault, first, end.substring(0, cut), end.substring(cut + 1), prior));
            prior -= 0.03;
        }
        return patches;
    }

    private CandidatePatch base(Fault fault, Stmt first, String test, String value, double prior) {
        Blocks blocks = Blocks.of(fault.parsed());
        String indent = blocks.indentOf(first);
        String eol = fault.source().eol();
        return draft(fault, "Return " + value + " " + test.substring(0, test.length() - 1)).rated(Tier.B, prior)
                .because("The function calls itself on every path, so it never ends.")
                .insert(first.start(), test + eol + indent + blocks.indentUnit() + "return " + value + eol + indent).done();
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        return endless(fault).map(f -> new Suggestion(id(), "`" + f.name().id() + "` in " + fault.file() + " calls itself on every path.",
                "Say what it gives for the smallest input, before it calls itself.")).stream().toList();
    }

    private static Optional<Stmt.FunctionDef> endless(Fault fault) {
        if (!(fault.exceptionType().equals("RecursionError") || fault.exceptionType().equals("IndexError")) || fault.inTests()) {
            return Optional.empty();
        }
        return fault.function().filter(f -> calls(f, f.name().id()) && f.body().stream().noneMatch(s -> s instanceof Stmt.If || s instanceof Stmt.While
                || s instanceof Stmt.For || s instanceof Stmt.Match || s instanceof Stmt.Try));
    }

    private static boolean calls(Node within, String name) {
        return Tree.walk(within).anyMatch(n -> n instanceof Expr.Call c && CallSite.last(c.function()).equals(name));
    }

    /// The parameter the function passes on changed.
    private static Optional<String> shrinking(Stmt.FunctionDef function) {
        return function.args().parameters().stream().map(Node.Parameter::name).filter(p -> !p.equals("self") && !p.equals("cls")).filter(p ->
                Tree.walk(function).anyMatch(n -> n instanceof Expr.Call c && CallSite.last(c.function()).equals(function.name().id())
                        && c.args().stream().anyMatch(a -> !(a instanceof Expr.Name) && Tree.walk(a).anyMatch(k -> k instanceof Expr.Name e && e.id().equals(p)))))
                .findFirst();
    }
}
