package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Neighbouring numbers, the other truth value, and what the failing test expected in place of what it got.
final class Constants implements EditOperator {
    private static final int LONGEST = 15;
    private static final int MOST_ELSEWHERE = 8;

    @Override
    public String id() {
        return "constant";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<Expectation> expected = Expectation.of(site.request().failure().reported().message());
        for (Expr.Constant constant : site.all(Expr.Constant.class)) {
            oddOneOut(site, constant, edits);
            switch (constant.kind()) {
                case INT -> integers(site, constant, expected, edits);
                case FLOAT -> expected.flatMap(e -> e.insteadOf(site.text(constant)))
                        .ifPresent(value -> edits.accept(Edit.replace(0.2, "Use " + value + " as the test expects", constant, value)));
                case TRUE -> {
                    boolean meantToGoOn = site.statement() instanceof Stmt.While loop && loop.test().equals(constant);
                    if (!meantToGoOn) {
                        edits.accept(Edit.replace(ofDefault(site) ? 0.2 : 0.3, "Use False instead of True", constant, "False"));
                    }
                }
                case FALSE -> edits.accept(Edit.replace(ofDefault(site) ? 0.2 : 0.3, "Use True instead of False", constant, "True"));
                case STRING -> strings(site, constant, expected, edits);
                case NONE -> {
                    edits.accept(Edit.replace(0.05, "Use an empty list instead of None", constant, "[]"));
                    edits.accept(Edit.replace(0.05, "Use 0 instead of None", constant, "0"));
                }
                case COMPLEX, BYTES, ELLIPSIS -> {}
            }
        }
    }

    /// What a parameter begins with is part of what the function promises.
    private static boolean ofDefault(Site site) {
        return site.statement() instanceof Stmt.FunctionDef;
    }

    /// A number among texts, or a text that reads as a number among numbers.
    private static void oddOneOut(Site site, Expr.Constant constant, Consumer<Edit> edits) {
        List<Expr> all = switch (site.tree().parentOf(constant).orElse(constant)) {
            case Expr.TupleExpr t -> t.elements();
            case Expr.ListExpr l -> l.elements();
            case Expr.SetExpr s -> s.elements();
            case Node _ -> List.of();
        };
        List<Expr> others = all.stream().filter(e -> !e.equals(constant)).toList();
        if (constant.kind() == Expr.ConstantKind.INT && !others.isEmpty() && others.stream().allMatch(e -> e instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING)) {
            String quote = site.text(others.getFirst()).endsWith("'") ? "'" : "\"";
            edits.accept(Edit.replace(0.6, "Write " + constant.value() + " as text like its neighbours", constant, quote + site.text(constant) + quote));
        } else if (constant.kind() == Expr.ConstantKind.STRING && constant.value().matches("\\d{1,15}") && !others.isEmpty()
                && others.stream().allMatch(e -> e instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.INT)) {
            edits.accept(Edit.replace(0.6, "Write " + constant.value() + " as a number like its neighbours", constant, constant.value()));
        }
    }

    private static void integers(Site site, Expr.Constant constant, Optional<Expectation> expected, Consumer<Edit> edits) {
        String text = site.text(constant);
        if (text.length() > LONGEST || !text.chars().allMatch(Character::isDigit)) {
            return;
        }
        long value = Long.parseLong(text);
        Set<Long> values = new LinkedHashSet<>();
        values.add(value + 1);
        values.add(value - 1);
        if (value > 1) {
            values.add(0L);
        }
        if (value == 0 || value == 1) {
            values.add(-1L);
            values.add(2L);
        }
        if (value >= 10) {
            values.add(value * 10);
            values.add(value / 10);
        }
        Set<Long> elsewhere = elsewhere(site, constant);
        boolean negative = site.tree().parentOf(constant).filter(p -> p instanceof Expr.UnaryOp u && u.op().equals("-")).isPresent();
        for (long other : values) {
            double prior = Math.abs(other - value) == 1 ? 0.3 : 0.12;
            String written = other < 0 && negative ? "(" + other + ")" : Long.toString(other);
            edits.accept(Edit.replace(prior, "Use " + other + " instead of " + value, constant, written));
        }
        elsewhere.stream().filter(other -> !values.contains(other)).forEach(other -> edits.accept(Edit.replace(0.25, "Use " + other + ", which stands here too, instead of " + value, constant,
                Long.toString(other))));
        // A small number stands in many places by chance.
        expected.flatMap(e -> e.insteadOf(text)).filter(v -> !v.equals(text) && text.length() > 1)
                .ifPresent(v -> edits.accept(Edit.replace(0.3, "Use " + v + " as the test expects", constant, v)));
    }

    /// Whole numbers of the same function: in a copied line, the one that was not changed.
    private static Set<Long> elsewhere(Site site, Expr.Constant constant) {
        Set<Long> numbers = new LinkedHashSet<>();
        site.function().ifPresent(f -> Tree.walk(f).forEach(node -> {
            if (node instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.INT && !c.value().equals(constant.value()) && numbers.size() < MOST_ELSEWHERE
                    && site.text(c).length() <= LONGEST && site.text(c).chars().allMatch(Character::isDigit)) {
                numbers.add(Long.parseLong(site.text(c)));
            }
        }));
        return numbers;
    }

    private static void strings(Site site, Expr.Constant constant, Optional<Expectation> expected, Consumer<Edit> edits) {
        boolean docstring = site.statement() instanceof Stmt.ExprStmt e && e.value().equals(constant);
        Optional<Node> parent = site.tree().parentOf(constant);
        boolean part = parent.filter(p -> p instanceof Expr.JoinedStr).isPresent();
        if (docstring || constant.value().isEmpty() || expected.isEmpty()) {
            return;
        }
        expected.get().textInsteadOf(constant.value()).ifPresent(wanted -> {
            String raw = site.text(constant);
            int at = raw.indexOf(constant.value());
            if (at >= 0 && wanted.chars().noneMatch(c -> c == '\'' || c == '"' || c == '\\' || c == '\n' || (part && (c == '{' || c == '}')))) {
                edits.accept(Edit.replace(isSlip(constant.value(), wanted) ? 0.5 : 0.05, "Say \"" + wanted + "\" as the test expects", constant.start() + at,
                        constant.start() + at + constant.value().length(), wanted));
            }
        });
    }

    /// Whether the texts differ little; what a test expects besides comes from its data and must not be written into the program.
    private static boolean isSlip(String old, String wanted) {
        int shorter = Math.min(old.length(), wanted.length());
        int head = 0;
        while (head < shorter && old.charAt(head) == wanted.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && old.charAt(old.length() - 1 - tail) == wanted.charAt(wanted.length() - 1 - tail)) {
            tail++;
        }
        boolean wordsAdded = wanted.substring(head, wanted.length() - tail).chars().filter(Character::isLetterOrDigit).count() > 2;
        return !wordsAdded || Math.max(old.length(), wanted.length()) - head - tail <= Math.max(2, old.length() * 2 / 5);
    }
}
