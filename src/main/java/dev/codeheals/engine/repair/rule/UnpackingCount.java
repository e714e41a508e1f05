package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One name too few or too many for the values that are unpacked.
///
/// A name that is read below and bound nowhere is the one that got lost; else a value nobody wants gets `_`, or a name nobody reads goes.
final class UnpackingCount implements RepairRule {
    private static final Pattern TOO_MANY = Pattern.compile("too many values to unpack \\(expected (\\d+)(?:, got (\\d+))?\\)");
    private static final Pattern TOO_FEW = Pattern.compile("not enough values to unpack \\(expected (\\d+), got (\\d+)\\)");

    /// Names on the left, and where they come from.
    private record Unpacking(List<Expr> targets, Expr value, boolean repeated) {}

    @Override
    public String id() {
        return "unpacking-count";
    }

    @Override
    public Set<String> answers() {
        return Set.of("VAL.UNPACK_TOO_FEW", "VAL.UNPACK_TOO_MANY");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        Optional<Matcher> many = fault.says("ValueError", TOO_MANY);
        Optional<Matcher> few = fault.says("ValueError", TOO_FEW);
        if (!fault.raisedHere() || (many.isEmpty() && few.isEmpty())) {
            return List.of();
        }
        int expected = Integer.parseInt(many.or(() -> few).orElseThrow().group(1));
        for (Unpacking unpacking : unpackings(fault).filter(u -> u.targets().size() == expected).toList()) {
            if (many.isPresent()) {
                add(fault, unpacking, patches);
            } else {
                drop(fault, unpacking, expected - Integer.parseInt(few.orElseThrow().group(2)), patches);
            }
        }
        return patches;
    }

    private static Stream<Unpacking> unpackings(Fault fault) {
        Stream<Unpacking> ofStatement = fault.statement().stream().flatMap(s -> switch (s) {
            case Stmt.For loop -> of(loop.target(), loop.iter(), true);
            case Stmt.Assign assign -> assign.targets().stream().flatMap(t -> of(t, assign.value(), false));
            case Stmt _ -> Stream.empty();
        });
        Stream<Unpacking> ofComprehensions = fault.expressions(Expr.Comp.class).stream().flatMap(c -> c.generators().stream())
                .flatMap(g -> of(g.target(), g.iter(), true));
        return Stream.concat(ofStatement, ofComprehensions);
    }

    /// The names of a target, and of the tuples in it.
    private static Stream<Unpacking> of(Expr target, Expr value, boolean repeated) {
        List<Expr> elements = switch (target) {
            case Expr.TupleExpr t -> t.elements();
            case Expr.ListExpr l -> l.elements();
            case Expr _ -> List.of();
        };
        Stream<Unpacking> inner = elements.stream().flatMap(e -> of(e, value, repeated));
        return elements.isEmpty() || elements.stream().anyMatch(Expr.Starred.class::isInstance) ? inner : Stream.concat(Stream.of(new Unpacking(elements, value, repeated)), inner);
    }

    private void add(Fault fault, Unpacking unpacking, List<CandidatePatch> patches) {
        splitFewer(fault, unpacking, patches);
        List<String> returned = returned(fault, unpacking);
        List<String> lost = lost(fault).stream().limit(2).toList();
        for (String name : lost) {
            int named = returned.indexOf(name);
            for (int at = unpacking.targets().size(); at >= 0; at--) {
                double prior = named >= 0 ? (named == at ? 0.97 : 0.3) : at == unpacking.targets().size() ? 0.9 : 0.8;
                patches.add(inserted(fault, unpacking, at, name, prior, "`" + name + "` is read below, but nothing sets it."));
            }
        }
        if (lost.isEmpty()) {
            unwanted(fault, unpacking, returned, patches);
        }
    }

    /// {@code key, value = line.split("=")}: what follows the first separator belongs together.
    private void splitFewer(Fault fault, Unpacking unpacking, List<CandidatePatch> patches) {
        if (unpacking.value() instanceof Expr.Call call && CallSite.last(call.function()).equals("split") && call.args().size() == 1 && call.keywords().isEmpty()) {
            patches.add(draft(fault, "Split " + (unpacking.targets().size() - 1) + " times at most").rated(Tier.A, 0.92)
                    .because("The separator stands in the text more often.").insert(call.args().getFirst().end(), ", " + (unpacking.targets().size() - 1)).done());
        }
    }

    /// The value nobody wants may stand at any place; the names that the producer uses for the others tell which.
    private void unwanted(Fault fault, Unpacking unpacking, List<String> returned, List<CandidatePatch> patches) {
        List<String> names = unpacking.targets().stream().map(fault::text).toList();
        for (int at = names.size(); at >= 0; at--) {
            List<String> with = new ArrayList<>(names);
            with.add(at, "_");
            boolean fits = returned.size() == with.size() && Stream.iterate(0, i -> i + 1).limit(with.size())
                    .allMatch(i -> with.get(i).equals("_") || with.get(i).equals(returned.get(i)));
            double prior = fits ? 0.93 : at == names.size() ? 0.72 : 0.66;
            patches.add(inserted(fault, unpacking, at, "_", prior, "There is one value more than there are names."));
        }
        patches.add(inserted(fault, unpacking, names.size(), "*_", 0.4, "There are more values than names."));
    }

    private CandidatePatch inserted(Fault fault, Unpacking unpacking, int at, String name, double prior, String why) {
        List<Expr> targets = unpacking.targets();
        Draft draft = draft(fault, "Take " + name + " at place " + (at + 1)).rated(prior > 0.75 ? Tier.A : Tier.B, prior).because(why);
        return (at == targets.size() ? draft.insert(targets.getLast().end(), ", " + name) : draft.insert(targets.get(at).start(), name + ", ")).done();
    }

    /// A name that nobody reads takes a value that is not there.
    private void drop(Fault fault, Unpacking unpacking, int superfluous, List<CandidatePatch> patches) {
        List<Expr> targets = unpacking.targets();
        if (superfluous != 1 || targets.size() < 2) {
            return;
        }
        Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
        for (int i = targets.size() - 1; i >= 0; i--) {
            Expr target = targets.get(i);
            boolean read = target instanceof Expr.Name name && Tree.walk(within).anyMatch(n -> n instanceof Expr.Name other && other.id().equals(name.id()) && other.start() != name.start());
            if (target instanceof Expr.Name && !read) {
                Draft draft = draft(fault, "Take no " + fault.text(target)).rated(Tier.A, 0.86).because("Nothing reads that name, and there is no value for it.");
                boolean single = targets.size() == 2;
                if (i == 0) {
                    draft.delete(target.start(), targets.get(1).start());
                } else {
                    draft.delete(targets.get(i - 1).end(), target.end());
                }
                patches.add((single ? draft.insert(targets.get(1 - i).end(), ",") : draft).done());
            }
        }
    }

    /// Names the function around the failing line reads though nothing binds them.
    private static List<String> lost(Fault fault) {
        Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
        return fault.scopes().unresolvedNames().stream().filter(u -> u.offset() >= within.start() && u.offset() < within.end()).map(Scopes.Use::name).distinct().toList();
    }

    /// What the producer calls the values it hands out, in order: told by its `return a, b`, or by the tuples of a list written out.
    private static List<String> returned(Fault fault, Unpacking unpacking) {
        if (!(unpacking.value() instanceof Expr.Call call)) {
            return List.of();
        }
        Optional<CallSite.Definition> definition = new CallSite(call, CallSite.last(call.function())).definition(fault);
        return definition.stream().flatMap(d -> Tree.walk(d.function()).flatMap(n -> handedOut(n, unpacking.repeated()).stream()
                .map(tuple -> tuple.elements().stream().map(e -> word(d, e)).toList()))).findFirst().orElse(List.of());
    }

    private static Optional<Expr.TupleExpr> handedOut(Node node, boolean repeated) {
        return switch (node) {
            case Stmt.Return r when !repeated && r.value() instanceof Expr.TupleExpr tuple -> Optional.of(tuple);
            case Expr.Yield y when repeated && y.value() instanceof Expr.TupleExpr tuple -> Optional.of(tuple);
            case Expr.Call c when repeated && CallSite.last(c.function()).equals("append") && c.args().size() == 1 && c.args().getFirst() instanceof Expr.TupleExpr tuple ->
                    Optional.of(tuple);
            case Node _ -> Optional.empty();
        };
    }

    /// The last name in an expression: {@code distance} for {@code int(distance)}.
    private static String word(CallSite.Definition definition, Expr expression) {
        return Tree.walk(expression).flatMap(n -> switch (n) {
            case Expr.Attribute a -> Stream.of(a.attr());
            case Expr.Name name -> Stream.of(name.id());
            case Node _ -> Stream.<String>empty();
        }).reduce((_, last) -> last).orElse(definition.module().parsed().source().text().substring(expression.start(), expression.end()));
    }
}
