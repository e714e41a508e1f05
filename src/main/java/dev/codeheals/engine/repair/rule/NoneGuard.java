package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
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

/// A lookup that found nothing and gave None: it gets a default, or what follows is skipped.
final class NoneGuard implements RepairRule {
    private static final Set<String> LOOKUPS = Set.of("get", "match", "search", "fullmatch", "find", "which", "first", "one_or_none", "scalar", "fetchone", "getenv",
            "find_spec", "select_one", "get_text", "pop", "next");

    @Override
    public String id() {
        return "none-guard";
    }

    @Override
    public Set<String> answers() {
        return Set.of("STA.NONE_ATTRIBUTE", "STA.NONE_ITERATED", "STA.NONE_OPERAND", "STA.NONE_SUBSCRIPT", "TYP.COMPARISON");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (OddValue.type(fault).filter("NoneType"::equals).isEmpty() || fault.inTests()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr culprit : OddValue.culprits(fault, Set.of("NoneType"))) {
            Expr origin = OddValue.origin(fault, culprit);
            boolean lookup = origin instanceof Expr.Call c && LOOKUPS.contains(CallSite.last(c.function()));
            boolean seen = fault.valueOf(culprit).filter(v -> v.type().equals("NoneType")).isPresent();
            if (lookup) {
                byDefault(fault, culprit, (Expr.Call) origin).ifPresent(patches::add);
            }
            if (seen && (culprit instanceof Expr.Name || culprit instanceof Expr.Attribute)) {
                asked(fault, culprit, patches);
                endless(fault, culprit).ifPresent(patches::add);
            }
            if ((lookup || seen) && culprit instanceof Expr.Name name) {
                skipped(fault, name, lookup ? 0.5 : 0.4).ifPresent(patches::add);
            }
        }
        return patches;
    }

    /// The question that fails on None also asks for None: {@code best is None or x > best} where it then sets {@code best}, else
    /// {@code node is not None and node.key == key}.
    private void asked(Fault fault, Expr culprit, List<CandidatePatch> patches) {
        Optional<Expr> test = fault.statement().flatMap(s -> switch (s) {
            case Stmt.If i -> Optional.of(i.test());
            case Stmt.While w -> Optional.of(w.test());
            case Stmt _ -> Optional.empty();
        });
        if (test.filter(t -> t.start() <= culprit.start() && culprit.end() <= t.end()).isEmpty()) {
            return;
        }
        String name = fault.text(culprit);
        boolean sets = fault.statement().orElseThrow() instanceof Stmt.If i && i.body().stream().flatMap(Tree::walk)
                .anyMatch(n -> n instanceof Stmt.Assign a && a.targets().stream().flatMap(Tree::walk).anyMatch(t -> t instanceof Expr e && fault.text(e).equals(name)));
        boolean choice = test.get() instanceof Expr.BoolOp b && b.op().equals("or");
        patches.add(draft(fault, "Take it where " + name + " is None").rated(Tier.B, sets ? 0.93 : 0.5).because("`" + name + "` is None as long as nothing was kept.")
                .insert(test.get().start(), name + " is None or ").done());
        patches.add(draft(fault, "Ask whether " + name + " is None first").rated(Tier.B, sets ? 0.4 : 0.75).because("`" + name + "` is None where nothing was found.")
                .replace(test.get(), name + " is not None and " + (choice ? "(" + fault.text(test.get()) + ")" : fault.text(test.get()))).done());
    }

    /// {@code while True} over what is followed until it is None.
    private Optional<CandidatePatch> endless(Fault fault, Expr culprit) {
        String name = fault.text(culprit);
        return fault.surroundings().reversed().stream().takeWhile(n -> !(n instanceof Stmt.FunctionDef)).filter(Stmt.While.class::isInstance).map(Stmt.While.class::cast).findFirst()
                .filter(w -> w.test() instanceof Expr.Constant && w.body().stream().flatMap(Tree::walk)
                        .anyMatch(n -> n instanceof Stmt.Assign a && fault.text(a.targets().getFirst()).equals(name)))
                .map(w -> draft(fault, "Go on while " + name + " is not None").rated(Tier.B, 0.88).because("`" + name + "` is None at the end of what is followed.")
                        .replace(w.test(), name + " is not None").done());
    }

    /// {@code d.get(key)} with the neutral value of what is done with it.
    private Optional<CandidatePatch> byDefault(Fault fault, Expr culprit, Expr.Call call) {
        boolean get = CallSite.last(call.function()).equals("get") || CallSite.last(call.function()).equals("getenv");
        if (!get || call.args().size() != 1 || !call.keywords().isEmpty()) {
            return Optional.empty();
        }
        return wanted(fault, culprit).map(d -> draft(fault, "Default to " + d).rated(Tier.B, 0.55).because("The key is not always there, and `get` gives None then.")
                .insert(call.args().getFirst().end(), ", " + d).done());
    }

    private static Optional<String> wanted(Fault fault, Expr culprit) {
        Optional<Node> parent = fault.tree().parentOf(culprit);
        return parent.flatMap(p -> switch (p) {
            case Stmt.For _, Node.Comprehension _, Expr.Starred _ -> Optional.of("[]");
            case Expr.Attribute a when StdlibClasses.tables().isMethod("str", a.attr()) -> Optional.of(Quotes.of(fault).repeat(2));
            case Expr.Attribute a when StdlibClasses.tables().isMethod("dict", a.attr()) -> Optional.of("{}");
            case Expr.Attribute a when StdlibClasses.tables().isMethod("list", a.attr()) -> Optional.of("[]");
            case Expr.Call c when CallSite.last(c.function()).equals("len") -> Optional.of("[]");
            case Expr.BinOp b -> NeutralValue.of(fault, b.left().equals(culprit) ? b.right() : b.left()).or(() -> Optional.of("0"));
            case Expr.Compare _, Stmt.AugAssign _ -> Optional.of("0");
            case Expr.Subscript s when s.index() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING -> Optional.of("{}");
            case Node _ -> Optional.empty();
        });
    }

    /// Leaves the function, or goes on with the next round of the loop, before the failing statement.
    private Optional<CandidatePatch> skipped(Fault fault, Expr.Name name, double prior) {
        Optional<Stmt> statement = fault.statement();
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        List<Node> around = fault.surroundings();
        Optional<Node> nearest = around.subList(0, around.size() - 1).reversed().stream()
                .filter(n -> n instanceof Stmt.For || n instanceof Stmt.While || n instanceof Stmt.FunctionDef).findFirst();
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        String way = nearest.get() instanceof Stmt.FunctionDef f ? Tree.walk(f).anyMatch(n -> n instanceof Stmt.Return r && r.value() != null) ? "return None" : "return"
                : "continue";
        String unit = Blocks.of(fault.parsed()).indentUnit();
        String indent = fault.source().indentOf(fault.source().lineOf(statement.get().start()));
        String text = "if " + name.id() + " is None:" + fault.source().eol() + indent + unit + way;
        return Optional.of(draft(fault, "Skip where " + name.id() + " is None").rated(Tier.B, prior).because("`" + name.id() + "` is None where nothing was found.")
                .insert(NewLine.before(fault, statement.get(), text)).done());
    }
}
