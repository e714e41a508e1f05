package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A function that computes its result and forgets to return it.
final class MissingReturn implements RepairRule {
    private static final int MOST = 4;

    @Override
    public String id() {
        return "missing-return";
    }

    @Override
    public Set<String> answers() {
        return Set.of("STA.NONE_ATTRIBUTE", "STA.NONE_CALLED", "STA.NONE_ITERATED", "STA.NONE_OPERAND", "STA.NONE_SUBSCRIPT", "TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (CallSite.Definition definition : Producers.of(fault).stream().limit(MOST).toList()) {
            if (!isGenerator(definition.function()) && !definition.function().name().id().equals("__init__")) {
                recursive(fault, definition).ifPresent(patches::add);
                if (own(definition.function()).noneMatch(n -> n instanceof Stmt.Return r && r.value() != null)) {
                    last(fault, definition, definition.function().body()).ifPresent(patches::add);
                } else {
                    fallenThrough(fault, definition, patches);
                }
            }
        }
        return patches;
    }

    /// The nodes of a function without those of functions inside it.
    private static Stream<Node> own(Stmt.FunctionDef function) {
        return function.body().stream().flatMap(MissingReturn::walk);
    }

    private static Stream<Node> walk(Node node) {
        return node instanceof Stmt.FunctionDef || node instanceof Stmt.ClassDef || node instanceof Expr.Lambda ? Stream.of(node)
                : Stream.concat(Stream.of(node), node.children().stream().flatMap(MissingReturn::walk));
    }

    private static boolean isGenerator(Stmt.FunctionDef function) {
        return own(function).anyMatch(n -> n instanceof Expr.Yield);
    }

    private Draft begin(Fault fault, CallSite.Definition definition, String what, double prior) {
        String name = definition.function().name().id();
        return draft(fault, "Return " + what + " from " + name).rated(Tier.B, prior).because("`" + name + "` returns nothing, so its callers get None.");
    }

    /// One way through the function returns something and the other comes to its end: there, what was made on the way is returned.
    private void fallenThrough(Fault fault, CallSite.Definition definition, List<CandidatePatch> patches) {
        List<Stmt> body = definition.function().body();
        if (body.getLast() instanceof Stmt.Return || body.getLast() instanceof Stmt.Raise) {
            return;
        }
        body.reversed().stream().filter(s -> s instanceof Stmt.Assign a && a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name)
                .map(s -> ((Expr.Name) ((Stmt.Assign) s).targets().getFirst()).id()).distinct().limit(2)
                .forEach(name -> patches.add(append(fault, definition, name, 0.88)));
    }

    /// Calls of the function by itself whose result is thrown away.
    private Optional<CandidatePatch> recursive(Fault fault, CallSite.Definition definition) {
        String name = definition.function().name().id();
        boolean returns = own(definition.function()).anyMatch(n -> n instanceof Stmt.Return r && r.value() != null);
        List<Stmt.ExprStmt> calls = own(definition.function()).filter(n -> n instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Call c
                && CallSite.last(c.function()).equals(name)).map(Stmt.ExprStmt.class::cast).toList();
        if (!returns || calls.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = begin(fault, definition, "the recursive result", 0.9);
        calls.forEach(c -> draft.edit(definition.module().path(), Replacement.insert(c.start(), "return ")));
        return Optional.of(draft.done());
    }

    private Optional<CandidatePatch> last(Fault fault, CallSite.Definition definition, List<Stmt> body) {
        String path = definition.module().path();
        return switch (body.getLast()) {
            case Stmt.ExprStmt e when e.value() instanceof Expr.Call c && CallSite.last(c.function()).equals("print") && c.args().size() == 1
                    && c.keywords().isEmpty() -> Optional.of(begin(fault, definition, text(definition, c.args().getFirst()), 0.7)
                    .edit(path, new Replacement(e.start(), e.end(), "return " + text(definition, c.args().getFirst()))).done());
            case Stmt.ExprStmt e when isMutation(e.value()) -> accumulated(fault, definition);
            case Stmt.ExprStmt e when !(e.value() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING) && !(e.value() instanceof Expr.Constant k
                    && k.kind() == Expr.ConstantKind.ELLIPSIS) -> Optional.of(begin(fault, definition, text(definition, e.value()), 0.92)
                    .edit(path, Replacement.insert(e.start(), "return ")).done());
            case Stmt.Assign a when a.targets().getFirst() instanceof Expr.Name n -> Optional.of(append(fault, definition, n.id(), 0.9));
            case Stmt.AugAssign a when a.target() instanceof Expr.Name n -> Optional.of(append(fault, definition, n.id(), 0.9));
            case Stmt.FunctionDef f -> Optional.of(append(fault, definition, f.name().id(), 0.95));
            case Stmt.Assign a when chained(fault, definition) -> Optional.of(append(fault, definition, "self", 0.85));
            case Stmt.AugAssign _ when chained(fault, definition) -> Optional.of(append(fault, definition, "self", 0.85));
            case Stmt.If i when !i.orElse().isEmpty() -> branches(fault, definition, i).or(() -> accumulated(fault, definition));
            default -> accumulated(fault, definition);
        };
    }

    private static String text(CallSite.Definition definition, Node node) {
        return definition.module().parsed().source().text().substring(node.start(), node.end());
    }

    private static boolean isMutation(Expr value) {
        return value instanceof Expr.Call c && c.function() instanceof Expr.Attribute a && InPlaceMethods.NAMES.contains(a.attr());
    }

    /// Each branch ends in a bare expression: each is a result.
    private Optional<CandidatePatch> branches(Fault fault, CallSite.Definition definition, Stmt.If statement) {
        List<Stmt> ends = new ArrayList<>();
        Stmt open = statement;
        while (open instanceof Stmt.If i) {
            ends.add(i.body().getLast());
            if (i.orElse().size() == 1 && i.orElse().getFirst() instanceof Stmt.If) {
                open = i.orElse().getFirst();
            } else {
                if (!i.orElse().isEmpty()) {
                    ends.add(i.orElse().getLast());
                }
                break;
            }
        }
        boolean all = ends.stream().allMatch(s -> s instanceof Stmt.ExprStmt e && !(e.value() instanceof Expr.Call c && CallSite.last(c.function()).equals("print")));
        if (!all) {
            return Optional.empty();
        }
        Draft draft = begin(fault, definition, "the result of each branch", 0.88);
        ends.forEach(s -> draft.edit(definition.module().path(), Replacement.insert(s.start(), "return ")));
        return Optional.of(draft.done());
    }

    /// The one variable the body starts with and then fills.
    private Optional<CandidatePatch> accumulated(Fault fault, CallSite.Definition definition) {
        Set<String> started = new LinkedHashSet<>();
        for (Stmt statement : definition.function().body()) {
            if (statement instanceof Stmt.Assign a && a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name n) {
                started.add(n.id());
            }
        }
        List<String> filled = started.stream().filter(n -> own(definition.function()).anyMatch(k -> changes(k, n))).toList();
        if (filled.isEmpty() && chained(fault, definition)) {
            return Optional.of(append(fault, definition, "self", 0.8));
        }
        return filled.isEmpty() ? Optional.empty() : Optional.of(append(fault, definition, filled.getLast(), filled.size() == 1 ? 0.9 : 0.7));
    }

    private static boolean changes(Node node, String name) {
        return switch (node) {
            case Stmt.AugAssign a -> root(a.target()).equals(name);
            case Stmt.Assign a -> a.targets().stream().anyMatch(t -> t instanceof Expr.Subscript && root(t).equals(name))
                    || (a.targets().getFirst() instanceof Expr.Name n && n.id().equals(name) && Tree.walk(a.value()).anyMatch(k -> k instanceof Expr.Name r && r.id().equals(name)));
            case Stmt.ExprStmt e -> isMutation(e.value()) && e.value() instanceof Expr.Call c && root(c.function()).equals(name);
            case Node _ -> false;
        };
    }

    private static String root(Expr expression) {
        return switch (expression) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a -> root(a.value());
            case Expr.Subscript s -> root(s.value());
            case Node _ -> "";
        };
    }

    /// A call chain goes on with another method of the same class, so the method was to return the object itself.
    private static boolean chained(Fault fault, CallSite.Definition definition) {
        Optional<MissingAttribute> missing = MissingAttribute.of(fault);
        return definition.owner().isPresent() && missing.isPresent() && missing.get().receiver() instanceof Expr.Call
                && fault.modules().members(definition.owner().get()).containsKey(missing.get().attribute());
    }

    private CandidatePatch append(Fault fault, CallSite.Definition definition, String name, double prior) {
        SourceFile source = definition.module().parsed().source();
        Stmt last = definition.function().body().getLast();
        String indent = source.indentOf(source.lineOf(Tree.outerStart(Blocks.firstStatement(definition.function().body()).orElse(last))));
        Insertion line = NewLine.atLineEnd(source, source.lineOf(Math.max(last.start(), last.end() - 1)), indent + "return " + name);
        return begin(fault, definition, name, prior).edit(definition.module().path(), Replacement.insert(line.offset(), line.text())).done();
    }
}
