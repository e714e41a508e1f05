package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An attribute that the class uses but its constructor never sets: it gets a first value by how it is used.
final class UnsetAttribute implements RepairRule {

    @Override
    public String id() {
        return "unset-attribute";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<OwnClass> own = OwnClass.of(fault).filter(c -> c.missing().call(fault).isEmpty());
        Optional<OwnClass.Init> init = own.flatMap(c -> c.inits().findFirst()).filter(i -> !i.sets(own.orElseThrow().name())
                && i.function().args().parameters().stream().noneMatch(p -> p.name().equals(own.orElseThrow().name())));
        boolean near = own.isPresent() && !Nearness.of(own.get().name(), fault.modules().members(own.get().self()).keySet()).isEmpty();
        return init.isEmpty() ? List.of() : firstValue(fault, own.orElseThrow()).map(v -> patch(fault, own.orElseThrow(), init.get(), v, near || own.orElseThrow().lacksBaseInit() ? 0.45 : 0.8)).stream().toList();
    }

    private CandidatePatch patch(Fault fault, OwnClass own, OwnClass.Init init, String value, double prior) {
        SourceFile source = init.owner().module().parsed().source();
        Stmt last = init.function().body().getLast();
        String indent = source.indentOf(source.lineOf(last.start()));
        String text = init.self() + "." + own.name() + " = " + value;
        Draft draft = draft(fault, "Set " + text + " in __init__").rated(Tier.B, value.equals("None") ? prior * 0.6 : prior)
                .because("The class uses `" + own.name() + "` before anything sets it.");
        if (last instanceof Stmt.Pass pass) {
            draft.edit(init.owner().module().path(), new Replacement(pass.start(), pass.end(), text));
        } else {
            Insertion line = NewLine.atLineEnd(source, source.lineOf(last.end() - 1), indent + text);
            draft.edit(init.owner().module().path(), Replacement.insert(line.offset(), line.text()));
        }
        return draft.done();
    }

    /// What the class does with the attribute tells what it starts as; empty where nothing in the class uses it.
    private static Optional<String> firstValue(Fault fault, OwnClass own) {
        Tree tree = Tree.of(own.self().module().parsed());
        List<Expr.Attribute> uses = own.lineage().stream().filter(c -> c.module().path().equals(own.self().module().path()))
                .flatMap(c -> Tree.walk(c.shape().node())).filter(n -> n instanceof Expr.Attribute a && a.attr().equals(own.name())).map(Expr.Attribute.class::cast).toList();
        Optional<String> best = uses.stream().flatMap(u -> tree.parentOf(u).flatMap(p -> byUse(tree, u, p)).stream()).findFirst();
        return best.or(() -> uses.isEmpty() || fault.inTests() ? Optional.empty() : Optional.of("None"));
    }

    private static Optional<String> byUse(Tree tree, Expr.Attribute use, Node parent) {
        return switch (parent) {
            case Stmt.AugAssign a when a.target().equals(use) -> a.value() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING
                    ? Optional.of("\"\"") : a.value() instanceof Expr.ListExpr ? Optional.of("[]") : Optional.of(a.op().equals("*=") ? "1" : "0");
            case Expr.Attribute a when a.value().equals(use) -> byMethod(a.attr());
            case Expr.Subscript s when s.value().equals(use) -> s.index() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.INT
                    ? Optional.of("[]") : isStored(tree, s) ? Optional.of("{}") : Optional.empty();
            case Expr.Compare c when c.ops().contains("in") || c.ops().contains("not in") -> Optional.empty();
            case Stmt.For f when f.iter().equals(use) -> Optional.of("[]");
            case Expr.Call c when CallSite.last(c.function()).equals("len") -> Optional.of("[]");
            case Stmt.If _, Expr.UnaryOp _, Expr.BoolOp _ -> Optional.of("False");
            case Node _ -> Optional.empty();
        };
    }

    private static boolean isStored(Tree tree, Expr.Subscript subscript) {
        return tree.parentOf(subscript).filter(p -> (p instanceof Stmt.Assign a && a.targets().contains(subscript)) || p instanceof Stmt.AugAssign).isPresent();
    }

    private static Optional<String> byMethod(String method) {
        return switch (method) {
            case "append", "extend", "insert", "sort", "reverse" -> Optional.of("[]");
            case "add", "discard", "union" -> Optional.of("set()");
            case "items", "keys", "values", "get", "setdefault", "update" -> Optional.of("{}");
            default -> Optional.empty();
        };
    }
}
