package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A plain number added to a date or compared with a duration, where a {@code timedelta} is wanted. The unit is told by the names around.
final class NumberForDuration implements RepairRule {
    private static final Pattern MIXED = Pattern.compile("(?:unsupported operand type\\(s\\) for [-+]=?: |'[<>]=?' not supported between instances of )"
            + "'(?:datetime\\.)?(date|datetime|timedelta|int|float)' and '(?:datetime\\.)?(date|datetime|timedelta|int|float)'");
    private static final Set<String> NUMBERS = Set.of("int", "float");

    @Override
    public String id() {
        return "number-for-duration";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNSUPPORTED_OPERAND", "TYP.COMPARISON");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("TypeError", MIXED).filter(_ -> !fault.inTests());
        if (says.isEmpty() || NUMBERS.contains(says.get().group(1)) == NUMBERS.contains(says.get().group(2))) {
            return List.of();
        }
        boolean left = NUMBERS.contains(says.get().group(1));
        String other = left ? says.get().group(2) : says.get().group(1);
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.BinOp op : fault.expressions(Expr.BinOp.class)) {
            if (op.op().equals("+") || op.op().equals("-")) {
                durations(fault, left ? op.left() : op.right(), left ? op.right() : op.left(), other, patches);
            }
        }
        for (Expr.Compare compare : fault.expressions(Expr.Compare.class)) {
            if (other.equals("timedelta")) {
                durations(fault, left ? compare.left() : compare.comparators().getFirst(), left ? compare.comparators().getFirst() : compare.left(), other, patches);
            }
        }
        return patches;
    }

    private void durations(Fault fault, Expr number, Expr time, String other, List<CandidatePatch> patches) {
        boolean fits = Values.type(fault, number).map(NUMBERS::contains).orElse(true) && !Values.isNumber(fault, time);
        if (!fits) {
            return;
        }
        Set<String> units = units(fault, number, other);
        double prior = units.size() == 1 ? 0.93 : 0.75;
        for (String unit : units) {
            Draft draft = draft(fault, "Make " + fault.text(number) + " a duration in " + unit).rated(Tier.B, prior).because("A date moves by a timedelta, not by a number.");
            String type = timedelta(fault, draft);
            patches.add(draft.replace(number, type + "(" + unit + "=" + fault.text(number) + ")").done());
            prior -= 0.1;
        }
    }

    /// The one unit the names tell, else those that are usual.
    private static Set<String> units(Fault fault, Expr number, String other) {
        String words = (fault.text(number) + " " + fault.function().map(f -> f.name().id()).orElse("") + " " + fault.printedLine()).toLowerCase(Locale.ROOT);
        for (String unit : List.of("week", "day", "hour", "minute", "second")) {
            if (words.contains(unit) || (unit.equals("minute") && words.matches("(?s).*\\bmins?\\b.*")) || (unit.equals("second") && words.matches("(?s).*(\\bsecs?\\b|timeout|ttl).*"))) {
                return Set.of(unit + "s");
            }
        }
        return other.equals("date") ? Set.of("days") : new LinkedHashSet<>(List.of("days", "seconds", "hours", "minutes"));
    }

    private static String timedelta(Fault fault, Draft draft) {
        if (fault.scopes().module().binds("timedelta")) {
            return "timedelta";
        }
        Optional<String> module = ModuleReference.imported(fault, "datetime");
        if (module.isEmpty()) {
            draft.insert(fault.scene().importPlace(fault.module()).importFrom("datetime", "timedelta", null));
        }
        return module.map(m -> m + ".timedelta").orElse("timedelta");
    }
}
