package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Text from input, arguments or a file compared with a number: it is converted where it is read, else where it is compared.
final class TextComparedWithNumber implements RepairRule {
    private static final Pattern COMPARED = Pattern.compile("'(?:<|>|<=|>=)' not supported between instances of '(\\w+)' and '(\\w+)'");

    @Override
    public String id() {
        return "text-compared-with-number";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.COMPARISON");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", COMPARED).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Compare compare : fault.expressions(Expr.Compare.class)) {
            for (int i = 0; i < compare.comparators().size(); i++) {
                Expr left = i == 0 ? compare.left() : compare.comparators().get(i - 1);
                Expr right = compare.comparators().get(i);
                if (Values.isText(fault, left) && !Values.isText(fault, right)) {
                    convert(fault, left, patches);
                } else if (Values.isText(fault, right) && !Values.isText(fault, left)) {
                    convert(fault, right, patches);
                }
            }
        }
        return patches;
    }

    private void convert(Fault fault, Expr text, List<CandidatePatch> patches) {
        String seen = fault.valueOf(text).map(ValueFacts::repr).orElse("");
        String type = seen.matches("'\\s*-?\\d*\\.\\d+\\s*'") ? "float" : "int";
        if (text instanceof Expr.Name name) {
            source(fault, name.id()).ifPresent(read -> patches.add(draft(fault, "Read " + name.id() + " as a number").rated(Tier.A, 0.96)
                    .because(name.id() + " is text where it is read, and is compared with a number.")
                    .replace(read, type + "(" + fault.text(read) + ")").done()));
        }
        patches.add(draft(fault, "Compare " + fault.text(text) + " as a number").rated(Tier.B, 0.7)
                .because("It is text, and is compared with a number.").replace(text, type + "(" + fault.text(text) + ")").done());
    }

    /// The call that gave the variable its text: {@code input()}, or an element of {@code sys.argv}.
    private static Optional<Expr> source(Fault fault, String name) {
        Node within = fault.function().<Node>map(f -> f).orElse(fault.parsed().module());
        return Tree.walk(within).filter(n -> n instanceof Stmt.Assign a && a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name target
                        && target.id().equals(name)).map(n -> ((Stmt.Assign) n).value()).filter(v -> reads(fault, v)).findFirst();
    }

    private static boolean reads(Fault fault, Expr value) {
        String text = fault.text(value);
        return text.startsWith("input(") || text.contains("argv[") || text.contains("environ") || text.endsWith(".strip()") || text.endsWith(".readline()");
    }
}
