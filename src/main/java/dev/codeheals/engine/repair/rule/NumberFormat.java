package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that is formatted like a number: it is made one first.
final class NumberFormat implements RepairRule {
    private static final Pattern UNKNOWN = Pattern.compile("Unknown format code '(\\w|%)' for object of type '(str|float)'");

    @Override
    public String id() {
        return "number-format";
    }

    @Override
    public Set<String> answers() {
        return Set.of("VAL.FORMAT_STRING");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> unknown = fault.says("ValueError", UNKNOWN);
        if (unknown.isEmpty() || fault.inTests()) {
            return List.of();
        }
        String code = unknown.get().group(1);
        String type = unknown.get().group(2);
        String number = type.equals("float") ? "round" : "dbcoxXn".contains(code) ? "int" : "float";
        return fault.expressions(Expr.Formatted.class).stream().filter(f -> f.conversion() == null && f.format() != null && fault.text(f).endsWith(code + "}"))
                .filter(f -> fault.valueOf(f.value()).map(v -> v.type().equals(type)).orElse(true))
                .map(f -> draft(fault, "Format " + number + "(" + fault.text(f.value()) + ")").rated(Tier.B, 0.85)
                        .because("The value is a " + type + ", and `" + code + "` formats " + (number.equals("float") ? "numbers." : "whole numbers."))
                        .replace(f.value(), number + "(" + fault.text(f.value()) + ")").done()).limit(3).toList();
    }
}
