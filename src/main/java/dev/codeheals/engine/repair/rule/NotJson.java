package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A value that JSON has no form for: sets become lists, dates text.
final class NotJson implements RepairRule {
    private static final Pattern SERIALIZABLE = Pattern.compile("Object of type '?(\\w+)'? is not JSON serializable");

    @Override
    public String id() {
        return "not-json";
    }

    @Override
    public Set<String> answers() {
        return Set.of("SER.JSON_TYPE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("TypeError", SERIALIZABLE);
        if (says.isEmpty()) {
            return List.of();
        }
        String type = says.get().group(1);
        List<CandidatePatch> patches = new ArrayList<>();
        if (type.equals("set")) {
            strayBraces(fault, patches);
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            String name = call.function() instanceof Expr.Attribute a ? a.attr() : "";
            if (!(name.equals("dumps") || name.equals("dump")) || call.args().isEmpty()) {
                continue;
            }
            Expr value = call.args().getFirst();
            if (type.equals(Values.type(fault, value).orElse("")) && (type.equals("set") || type.equals("frozenset"))) {
                patches.add(draft(fault, "Write the set as a list").rated(Tier.B, 0.85).because("JSON has lists but no sets.")
                        .replace(value, "sorted(" + fault.text(value) + ")").done());
            }
            boolean has = call.keywords().stream().anyMatch(k -> "default".equals(k.name()));
            double prior = 0.85;
            for (String how : has ? List.<String>of() : writers(type)) {
                patches.add(draft(fault, "Write a " + type + " by " + how).rated(Tier.B, prior)
                        .because("JSON has no form for a " + type + ".").insert(call.end() - 1, ", default=" + how).done());
                prior -= 0.1;
            }
            Tree.walk(value).filter(n -> n instanceof Expr.DictExpr).flatMap(n -> ((Expr.DictExpr) n).values().stream())
                    .filter(v -> Values.type(fault, v).filter(t -> t.substring(t.lastIndexOf('.') + 1).equals(type)).isPresent())
                    .forEach(v -> patches.add(draft(fault, "Write " + fault.text(v) + " in a form JSON has").rated(Tier.B, 0.8)
                            .because("JSON has no form for a " + type + ".").replace(v, converted(type, Values.operand(fault, v))).done()));
        }
        return patches;
    }

    /// {@code {"month": {month}}}: braces as in an f-string, which make a set of one.
    private void strayBraces(Fault fault, List<CandidatePatch> patches) {
        fault.function().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.SetExpr s && s.elements().size() == 1 && s.elements().getFirst() instanceof Expr.Name)
                .map(Expr.SetExpr.class::cast).forEach(s -> patches.add(draft(fault, "Drop the braces round " + fault.text(s.elements().getFirst())).rated(Tier.B, 0.9)
                        .because("Outside of an f-string the braces make a set.").replace(s, fault.text(s.elements().getFirst())).done()));
    }

    /// Ways to write a value of the type, the most usual first.
    private static List<String> writers(String type) {
        return switch (type) {
            case "set", "frozenset" -> List.of("list", "sorted");
            case "dict_keys", "dict_values", "dict_items", "map", "filter", "zip", "range", "generator", "deque" -> List.of("list");
            case "date", "datetime", "time", "Timestamp" -> List.of("lambda value: value.isoformat()", "str");
            case "Decimal" -> List.of("float", "str");
            case "bytes" -> List.of("bytes.decode");
            case "int64", "int32", "float32", "float64", "bool_" -> List.of("lambda value: value.item()");
            case "ndarray" -> List.of("lambda value: value.tolist()");
            case "UUID", "PosixPath", "WindowsPath", "Path", "timedelta", "IPv4Address" -> List.of("str");
            default -> List.of("vars", "str", "lambda value: value.value", "list");
        };
    }

    private static String converted(String type, String value) {
        return switch (type) {
            case "date", "datetime", "time", "Timestamp" -> value + ".isoformat()";
            case "set", "frozenset" -> "sorted(" + value + ")";
            case "dict_keys", "dict_values", "dict_items", "map", "filter", "zip", "range", "generator", "deque" -> "list(" + value + ")";
            case "Decimal" -> "float(" + value + ")";
            case "bytes" -> value + ".decode()";
            default -> "str(" + value + ")";
        };
    }
}
