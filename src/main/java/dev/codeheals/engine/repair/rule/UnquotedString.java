package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A bare word where a string stands beside it: a dictionary key, an index, one of several strings.
final class UnquotedString implements RepairRule {

    @Override
    public String id() {
        return "unquoted-string";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> name = UndefinedName.boundNowhere(fault).filter(n -> n.attribute(fault).isEmpty());
        return name.flatMap(n -> patch(fault, n)).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, UndefinedName name) {
        Expr.Name node = name.here().getFirst();
        double prior = name.parent(fault).map(p -> prior(fault, node, p)).orElse(0.0);
        if (prior == 0) {
            return Optional.empty();
        }
        String quote = Quotes.of(fault);
        Draft draft = draft(fault, "Quote " + name.name()).rated(Tier.A, prior)
                .because("`" + name.name() + "` is no name here; between strings it was meant as one.");
        for (Expr.Name use : name.here()) {
            if (fault.tree().parentOf(use).map(p -> prior(fault, use, p)).orElse(0.0) > 0) {
                draft.replace(use, quote + name.name() + quote);
            }
        }
        return Optional.of(draft.done());
    }

    private static double prior(Fault fault, Expr.Name node, Node parent) {
        return switch (parent) {
            case Expr.Subscript s when s.index().equals(node) -> hasKey(fault, s, node.id());
            case Expr.DictExpr d -> d.keys().contains(node) ? besideStrings(d.keys().stream().filter(k -> k != null).map(Expr.class::cast).toList(), node, 0.8)
                    : besideStrings(d.values(), node, 0.75);
            case Expr.ListExpr l -> besideStrings(l.elements(), node, 0);
            case Expr.SetExpr s -> besideStrings(s.elements(), node, 0);
            case Expr.TupleExpr t -> besideStrings(t.elements(), node, 0);
            case Expr.Call c when c.function() instanceof Expr.Attribute a && (a.attr().equals("get") || a.attr().equals("pop")) && c.args().getFirst().equals(node) -> 0.75;
            case Expr.Call c when c.function() instanceof Expr.Name f && f.id().equals("open") && c.args().indexOf(node) == 1 && node.id().matches("[rwax]b?") -> 0.9;
            case Node.Parameter p when node.equals(p.defaultValue()) -> besideStrings(fault.tree().parentOf(p).stream()
                    .flatMap(all -> all.children().stream()).flatMap(other -> other instanceof Node.Parameter o ? Stream.of(o) : Stream.empty()).flatMap(other -> Stream.ofNullable(other.defaultValue())).toList(), node, 0);
            case Node.Keyword k when node.equals(k.value()) -> besideStrings(fault.tree().parentOf(k).stream()
                    .flatMap(call -> call.children().stream()).flatMap(other -> other instanceof Node.Keyword o ? Stream.of(o.value()) : Stream.empty()).toList(), node, 0);
            case Expr.Compare c when c.comparators().contains(node) -> fault.valueOf(c.left()).filter(v -> v.type().equals("str")).map(_ -> 0.75).orElse(0.0);
            case Node _ -> 0;
        };
    }

    private static double hasKey(Fault fault, Expr.Subscript subscript, String word) {
        Optional<Boolean> key = fault.valueOf(subscript.value()).filter(v -> !v.keys().isEmpty()).map(v -> v.keys().contains("'" + word + "'"));
        return key.map(k -> k ? 0.95 : 0.0).orElse(0.6);
    }

    /// Several strings and one bare word: the more strings, the surer; a lone word of a display is sure enough only as a key.
    private static double besideStrings(List<Expr> all, Expr.Name node, double alone) {
        List<Expr> others = all.stream().filter(e -> !e.equals(node)).toList();
        long strings = others.stream().filter(e -> e instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING).count();
        return others.isEmpty() ? alone * 0.8 : strings == others.size() ? 0.85 : strings * 2 >= others.size() && strings > 0 ? 0.65 : 0;
    }
}
