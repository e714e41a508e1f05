package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("TypeError", SERIALIZABLE);
        if (says.isEmpty()) {
            return List.of();
        }
        String type = says.get().group(1);
        List<CandidatePatch> patches = new ArrayList<>();
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
            if (!has) {
                String how = type.endsWith("set") ? "list" : type.equals("bytes") ? "bytes.decode" : type.startsWith("dict_") ? "list" : "str";
                patches.add(draft(fault, "Write a " + type + " as " + (how.equals("list") ? "a list" : "text")).rated(Tier.B, 0.75)
                        .because("JSON has no form for a " + type + ".").insert(call.end() - 1, ", default=" + how).done());
            }
        }
        return patches;
    }
}
