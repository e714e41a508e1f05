package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Other arithmetic operators, swapped operands, changed signs, and precedence.
final class Arithmetic implements EditOperator {
    private static final Set<String> SUMS = Set.of("+", "-");

    private record Twin(String operator, double prior) {}

    private static final Map<String, List<Twin>> TWINS = Map.ofEntries(
            Map.entry("+", List.of(new Twin("-", 0.4), new Twin("*", 0.2))),
            Map.entry("-", List.of(new Twin("+", 0.4), new Twin("%", 0.12), new Twin("/", 0.08))),
            Map.entry("*", List.of(new Twin("+", 0.25), new Twin("/", 0.25), new Twin("**", 0.2))),
            Map.entry("/", List.of(new Twin("//", 0.4), new Twin("*", 0.3), new Twin("%", 0.12))),
            Map.entry("//", List.of(new Twin("/", 0.4), new Twin("%", 0.3))),
            Map.entry("%", List.of(new Twin("//", 0.35), new Twin("/", 0.15))),
            Map.entry("**", List.of(new Twin("*", 0.3))),
            Map.entry("&", List.of(new Twin("|", 0.4), new Twin("^", 0.25))),
            Map.entry("|", List.of(new Twin("&", 0.4), new Twin("^", 0.2))),
            Map.entry("^", List.of(new Twin("&", 0.3), new Twin("|", 0.3), new Twin("**", 0.35))),
            Map.entry("<<", List.of(new Twin(">>", 0.4))),
            Map.entry(">>", List.of(new Twin("<<", 0.4))));

    private static final Set<String> EMPTY = Set.of("0", "0.0", "[]", "\"\"", "''");

    @Override
    public String id() {
        return "arithmetic";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        for (Expr.BinOp op : site.all(Expr.BinOp.class)) {
            boolean gathered = op.op().equals("+") && (isGathered(site, op.left()) || isGathered(site, op.right()));
            boolean text = isText(op.left()) || isText(op.right()) || gathered;
            if (!text) {
                twins(op.op(), op.opStart(), edits);
                grouping(site, op, edits);
            } else if (!op.op().equals("+") && !op.op().equals("%") && !op.op().equals("*")) {
                if (isText(op.left()) && site.text(op.left()).indexOf('%') > 0) {
                    edits.accept(Edit.replace(0.95, "Fill the text in with %", op.opStart(), op.opStart() + op.op().length(), "%"));
                }
                edits.accept(Edit.replace(0.9, "Join the texts with +", op.opStart(), op.opStart() + op.op().length(), "+"));
            }
            if (text || (!op.op().equals("+") && !op.op().equals("*"))) {
                edits.accept(Edit.replace(gathered ? 0.45 : 0.2, "Swap the operands of " + op.op(), op,
                        site.operand(op.right()) + " " + op.op() + " " + site.operand(op.left())));
            }
            edits.accept(Edit.replace(stepsByOne(op) ? 0.3 : 0.08, "Keep only the left operand of " + op.op(), op, site.text(op.left())));
            edits.accept(Edit.replace(0.08, "Keep only the right operand of " + op.op(), op, site.text(op.right())));
        }
        signs(site, edits);
        for (Expr.Call call : site.all(Expr.Call.class)) {
            call.args().stream().filter(a -> isNumber(site, a)).forEach(a -> edits.accept(Edit.insert(0.12, "Pass the opposite of " + site.text(a), a.start(), "-")));
        }
        if (site.statement() instanceof Stmt.Return || site.statement() instanceof Stmt.Assign) {
            site.all(Expr.BinOp.class).stream().limit(1).forEach(op -> factors(site, op, edits));
        }
        assigned(site, edits);
    }

    /// A minus sign too many or too few, and a distance where a difference stands.
    private static void signs(Site site, Consumer<Edit> edits) {
        site.all(Expr.Compare.class).stream().filter(c -> c.left() instanceof Expr.BinOp op && op.op().equals("-") && c.ops().getFirst().startsWith("<"))
                .forEach(c -> edits.accept(Edit.replace(0.35, "Compare the distance, not the difference", c.left(), "abs(" + site.text(c.left()) + ")")));
        if (site.statement() instanceof Stmt.Assign pair && pair.value() instanceof Expr.TupleExpr tuple) {
            tuple.elements().stream().filter(e -> e instanceof Expr.Name).forEach(e -> edits.accept(Edit.insert(0.15, "Keep the opposite of " + site.text(e), e.start(), "-")));
        }
        Optional<Expr> kept = site.statement() instanceof Stmt.AugAssign a ? Optional.of(a.value()) : site.statement() instanceof Stmt.Assign a ? Optional.of(a.value()) : Optional.empty();
        kept.filter(v -> v instanceof Expr.BinOp op && op.op().equals("-"))
                .ifPresent(v -> edits.accept(Edit.replace(0.2, "Take the distance, not the difference", v, "abs(" + site.text(v) + ")")));
        for (Expr.UnaryOp op : site.all(Expr.UnaryOp.class)) {
            if (op.op().equals("-")) {
                edits.accept(Edit.replace(0.2, "Drop the minus sign", op, site.text(op.operand())));
            }
        }
    }

    private static void assigned(Site site, Consumer<Edit> edits) {
        if (site.statement() instanceof Stmt.AugAssign assign) {
            String op = assign.op().substring(0, assign.op().length() - 1);
            for (Twin twin : TWINS.getOrDefault(op, List.of())) {
                edits.accept(Edit.replace(twin.prior(), "Use " + twin.operator() + "= instead of " + assign.op(), assign.opStart(),
                        assign.opStart() + assign.op().length(), twin.operator() + "="));
            }
            boolean counts = assign.value() instanceof Expr.Constant;
            edits.accept(Edit.replace(counts ? 0.08 : 0.22, "Assign instead of adding up", assign.opStart(), assign.opStart() + assign.op().length(), "="));
        }
        if (site.statement() instanceof Stmt.Assign assign && assign.targets().size() == 1 && !(assign.targets().getFirst() instanceof Expr.TupleExpr)) {
            int equals = site.source().text().indexOf('=', assign.targets().getFirst().end());
            boolean step = assign.targets().getFirst() instanceof Expr.Attribute && site.text(assign.value()).equals("1")
                    && site.function().filter(f -> !f.name().id().equals("__init__")).isPresent();
            boolean counted = isCounted(site, assign);
            edits.accept(Edit.replace(step ? 0.55 : counted || beganEmpty(site, assign) ? 0.45 : 0.22, "Add up instead of assigning", equals, equals + 1, "+="));
            edits.accept(Edit.replace(step ? 0.4 : counted ? 0.35 : 0.08, "Subtract instead of assigning", equals, equals + 1, "-="));
        }
    }

    /// A variable that this function adds to or takes from elsewhere.
    private static boolean isCounted(Site site, Stmt.Assign assign) {
        String target = site.text(assign.targets().getFirst());
        return !(assign.value() instanceof Expr.Constant)
                && site.function().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.AugAssign other && site.text(other.target()).equals(target));
    }

    /// An attribute that the constructor sets to zero or to nothing, and this method alone to something else.
    private static boolean beganEmpty(Site site, Stmt.Assign assign) {
        String target = site.text(assign.targets().getFirst());
        if (!(assign.targets().getFirst() instanceof Expr.Attribute) || assign.value() instanceof Expr.Constant) {
            return false;
        }
        List<String> others = site.tree().all(Stmt.Assign.class).stream().filter(a -> !a.equals(assign) && site.text(a.targets().getFirst()).equals(target))
                .map(a -> site.text(a.value())).toList();
        return others.size() == 1 && EMPTY.contains(others.getFirst());
    }

    /// A parameter that belongs into the sum or product too.
    private static void factors(Site site, Expr.BinOp op, Consumer<Edit> edits) {
        if (op.op().equals("*") || op.op().equals("+")) {
            site.ownNames().stream().filter(n -> !LoopSlips.mentions(site.statement(), n) && site.local(n).map(v -> Set.of("int", "float").contains(v.type())).orElse(true)).limit(4)
                    .forEach(n -> edits.accept(Edit.insert(0.12, "Use " + n + " in it too", op.start(), n + " " + op.op() + " ")));
        }
    }

    private static boolean isNumber(Site site, Expr argument) {
        boolean plain = argument instanceof Expr.Name || argument instanceof Expr.Attribute || argument instanceof Expr.Subscript;
        return plain && site.valueOf(argument).map(v -> Set.of("int", "float").contains(v.type())).orElse(argument instanceof Expr.Name n && site.ownNames().contains(n.id()));
    }

    private static void twins(String op, int start, Consumer<Edit> edits) {
        for (Twin twin : TWINS.getOrDefault(op, List.of())) {
            edits.accept(Edit.replace(twin.prior(), "Use " + twin.operator() + " instead of " + op, start, start + op.length(), twin.operator()));
        }
    }

    /// {@code a + b / c} often wants to be {@code (a + b) / c}.
    private static void grouping(Site site, Expr.BinOp op, Consumer<Edit> edits) {
        if (op.right() instanceof Expr.BinOp inner && !inParentheses(site, inner)) {
            String regrouped = "(" + site.text(op.left()) + " " + op.op() + " " + site.text(inner.left()) + ") " + inner.op() + " " + site.text(inner.right());
            edits.accept(Edit.replace(mixed(op, inner) ? 0.45 : 0.2, "Calculate " + site.text(op.left()) + " " + op.op() + " " + site.text(inner.left()) + " first", op, regrouped));
        }
        Expr leaf = op.right();
        while (leaf instanceof Expr.BinOp inner && !inParentheses(site, inner)) {
            leaf = inner.left();
        }
        if (op.right() instanceof Expr.BinOp inner && !inParentheses(site, inner) && !leaf.equals(inner.left())) {
            edits.accept(new Edit(mixed(op, inner) ? 0.4 : 0.15, "Calculate " + site.text(op.left()) + " " + op.op() + " " + site.text(leaf) + " first",
                    List.of(Replacement.insert(op.left().start(), "("), Replacement.insert(leaf.end(), ")"))));
        }
        if (op.left() instanceof Expr.BinOp inner && !inParentheses(site, inner)) {
            String regrouped = site.text(inner.left()) + " " + inner.op() + " (" + site.text(inner.right()) + " " + op.op() + " " + site.text(op.right()) + ")";
            edits.accept(Edit.replace(mixed(op, inner) ? 0.45 : 0.15, "Calculate " + site.text(inner.right()) + " " + op.op() + " " + site.text(op.right()) + " first", op, regrouped));
        }
    }

    /// Operators of different precedence side by side: that is where parentheses get lost.
    private static boolean mixed(Expr.BinOp one, Expr.BinOp other) {
        return SUMS.contains(one.op()) != SUMS.contains(other.op());
    }

    private static boolean inParentheses(Site site, Expr expr) {
        String text = site.source().text();
        return expr.start() > 0 && text.charAt(expr.start() - 1) == '(' && expr.end() < text.length() && text.charAt(expr.end()) == ')';
    }

    /// {@code x + 1} or {@code x - 1}: one too far is the commonest slip.
    private static boolean stepsByOne(Expr.BinOp op) {
        return (op.op().equals("+") || op.op().equals("-")) && op.right() instanceof Expr.Constant c && c.value().equals("1");
    }

    /// A name that begins as a text or list and is added to: there the order of the operands decides.
    private static boolean isGathered(Site site, Expr expr) {
        return expr instanceof Expr.Name name && site.function().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Assign first
                && first.targets().getFirst() instanceof Expr.Name target && target.id().equals(name.id())
                && (isText(first.value()) || first.value() instanceof Expr.ListExpr));
    }

    private static boolean isText(Expr expr) {
        return expr instanceof Expr.JoinedStr || (expr instanceof Expr.Constant c
                && (c.kind() == Expr.ConstantKind.STRING || c.kind() == Expr.ConstantKind.BYTES));
    }
}
