package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A collection that is filled in a loop but was never made: {@code rows.append(x)} without {@code rows = []} before.
final class LostInitialValue implements RepairRule {

    @Override
    public String id() {
        return "lost-initial-value";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> name = UndefinedName.boundNowhere(fault).filter(_ -> !fault.inTests());
        return name.flatMap(n -> patch(fault, n.name())).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, String name) {
        Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
        Optional<String> value = Tree.walk(within).flatMap(n -> made(n, name).stream()).findFirst();
        List<Stmt> body = within instanceof Stmt.FunctionDef f ? f.body() : fault.parsed().module().body();
        Optional<Stmt> place = body.stream().filter(s -> Tree.walk(s).anyMatch(n -> n instanceof Expr.Name e && e.id().equals(name))).findFirst();
        return value.flatMap(v -> place.map(p -> draft(fault, "Begin with " + name + " = " + v).rated(Tier.A, 0.96)
                .because("`" + name + "` is filled here, but nothing ever made it.").insert(NewLine.before(fault, p, name + " = " + v)).done()));
    }

    /// What the variable starts as, told by what is done with it.
    private static Optional<String> made(Node node, String name) {
        return switch (node) {
            case Expr.Call c when c.function() instanceof Expr.Attribute a && is(a.value(), name) -> switch (a.attr()) {
                case "append", "extend", "insert" -> Optional.of("[]");
                case "add", "discard" -> Optional.of("set()");
                case "setdefault" -> Optional.of("{}");
                default -> Optional.empty();
            };
            case Stmt.Assign a when a.targets().stream().anyMatch(t -> t instanceof Expr.Subscript s && is(s.value(), name)) -> Optional.of("{}");
            case Node _ -> Optional.empty();
        };
    }

    private static boolean is(Expr value, String name) {
        return value instanceof Expr.Name n && n.id().equals(name);
    }
}
