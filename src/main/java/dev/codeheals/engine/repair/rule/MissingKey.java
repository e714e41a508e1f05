package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A key that is not there: misspelt, of another type, or counted up before it was set.
final class MissingKey implements RepairRule {
    private static final double SURE_GAP = 0.15;

    @Override
    public String id() {
        return "misspelt-key";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("KeyError")) {
            return List.of();
        }
        String key = fault.message().strip();
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Subscript subscript : fault.expressions(Expr.Subscript.class)) {
            if (subscript.index() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && key.equals("'" + c.value() + "'")) {
                misspelt(fault, subscript, c, patches);
            } else if (!(subscript.index() instanceof Expr.Constant)) {
                otherType(fault, subscript, key, patches);
            }
            counted(fault, subscript, patches);
        }
        return patches;
    }

    private void misspelt(Fault fault, Expr.Subscript subscript, Expr.Constant key, List<CandidatePatch> patches) {
        List<Names.Match> near = Names.rank(key.value(), known(fault, subscript.value()));
        for (int i = 0; i < Math.min(3, near.size()); i++) {
            boolean single = near.size() == 1 || near.get(0).score() - near.get(1).score() >= SURE_GAP;
            double prior = i == 0 && single ? 0.9 + 0.08 * near.get(0).score() : 0.75 - 0.1 * i;
            String raw = fault.text(key);
            int at = raw.indexOf(key.value());
            patches.add(draft(fault, "Use the key " + near.get(i).name()).rated(Tier.A, prior)
                    .because("There is no key " + key.value() + "; " + near.get(i).name() + " is the nearest.")
                    .replace(key.start() + at, key.start() + at + key.value().length(), near.get(i).name()).done());
        }
    }

    /// Keys seen at run time; without them the literal keys used in the same file.
    private static Set<String> known(Fault fault, Expr table) {
        Set<String> seen = new LinkedHashSet<>();
        fault.valueOf(table).map(ValueFacts::keys).orElse(List.of()).stream().filter(k -> k.length() > 2 && (k.startsWith("'") || k.startsWith("\"")))
                .forEach(k -> seen.add(k.substring(1, k.length() - 1)));
        if (seen.isEmpty()) {
            for (String path : fault.project().pythonFiles()) {
                fault.modules().byPath(path).ifPresent(module -> Tree.walk(module.parsed().module()).forEach(node -> {
                    if (node instanceof Expr.DictExpr dict) {
                        dict.keys().forEach(k -> {
                            if (k instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING) {
                                seen.add(c.value());
                            }
                        });
                    }
                }));
            }
        }
        return seen;
    }

    private void otherType(Fault fault, Expr.Subscript subscript, String key, List<CandidatePatch> patches) {
        List<String> keys = fault.valueOf(subscript.value()).map(ValueFacts::keys).orElse(List.of());
        if (key.matches("-?\\d+") && keys.contains("'" + key + "'")) {
            patches.add(draft(fault, "Look it up as text").rated(Tier.A, 0.92).because("The keys are text.")
                    .replace(subscript.index(), "str(" + fault.text(subscript.index()) + ")").done());
        } else if (key.matches("'-?\\d+'") && keys.contains(key.substring(1, key.length() - 1))) {
            patches.add(draft(fault, "Look it up as a number").rated(Tier.A, 0.92).because("The keys are numbers.")
                    .replace(subscript.index(), "int(" + fault.text(subscript.index()) + ")").done());
        }
    }

    /// {@code counts[word] += 1}, and {@code groups[key].append(x)}.
    private void counted(Fault fault, Expr.Subscript subscript, List<CandidatePatch> patches) {
        Stmt statement = fault.statement().orElse(null);
        String table = fault.text(subscript.value());
        String key = fault.text(subscript.index());
        if (statement instanceof Stmt.AugAssign assign && assign.target().equals(subscript) && assign.op().equals("+=")) {
            String zero = NeutralValue.of(fault, assign.value()).orElse("0");
            patches.add(draft(fault, "Count a new key from " + zero).rated(Tier.A, 0.93).because("The key is counted up before it was ever set.")
                    .replace(assign, table + "[" + key + "] = " + table + ".get(" + key + ", " + zero + ") + " + fault.text(assign.value())).done());
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Attribute a && a.value().equals(subscript)) {
                String empty = a.attr().equals("append") || a.attr().equals("extend") ? "[]" : a.attr().equals("add") ? "set()" : a.attr().equals("update") ? "{}" : "";
                if (!empty.isEmpty()) {
                    patches.add(draft(fault, "Begin a new key with " + empty).rated(Tier.A, 0.93).because("The key is added to before it was ever set.")
                            .replace(subscript, table + ".setdefault(" + key + ", " + empty + ")").done());
                }
            }
        }
        boolean read = statement != null && !(statement instanceof Stmt.AugAssign) && !(statement instanceof Stmt.Delete);
        if (read && fault.raisedHere()) {
            patches.add(draft(fault, "Take None where the key is missing").rated(Tier.B, 0.35).because("The key may be missing.")
                    .replace(subscript, table + ".get(" + key + ")").done());
        }
    }
}
