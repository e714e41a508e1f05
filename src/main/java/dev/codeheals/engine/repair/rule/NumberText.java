package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text that is nearly a number: a decimal given to {@code int}, separators, a currency sign, nothing at all.
final class NumberText implements RepairRule {
    private static final Pattern LITERAL = Pattern.compile("invalid literal for int\\(\\) with base 10: (['\"])(.*)\\1|could not convert string to float: (['\"])(.*)\\3");

    @Override
    public String id() {
        return "number-text";
    }

    @Override
    public Set<String> answers() {
        return Set.of("VAL.FLOAT_LITERAL", "VAL.INT_LITERAL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("ValueError", LITERAL);
        if (says.isEmpty()) {
            return List.of();
        }
        boolean whole = says.get().group(2) != null;
        String text = whole ? says.get().group(2) : says.get().group(4);
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Name n && (n.id().equals("int") || n.id().equals("float")) && call.args().size() == 1) {
                mend(fault, call, text, patches);
            }
        }
        return patches;
    }

    private void mend(Fault fault, Expr.Call call, String text, List<CandidatePatch> patches) {
        Expr argument = call.args().getFirst();
        String name = fault.text(call.function());
        String source = Values.operand(fault, argument);
        if (text.matches("\\s*-?\\d*\\.\\d+\\s*") && name.equals("int")) {
            patches.add(draft(fault, "Read a decimal as float").rated(Tier.B, 0.7).because("The text holds a decimal.").replace(call.function(), "float").done());
            patches.add(draft(fault, "Read a decimal, keep the whole part").rated(Tier.B, 0.68).because("The text holds a decimal.")
                    .replace(argument, "float(" + fault.text(argument) + ")").done());
        }
        if (text.matches("\\s*-?\\d{1,3}(,\\d{3})+(\\.\\d+)?\\s*")) {
            patches.add(draft(fault, "Leave out the thousands separators").rated(Tier.B, 0.79).because("Numbers are written with commas.")
                    .replace(argument, source + ".replace(\",\", \"\")").done());
        } else if (text.matches("\\s*-?\\d+,\\d+\\s*")) {
            patches.add(draft(fault, "Read a decimal comma").rated(Tier.B, 0.75).because("The number is written with a decimal comma.")
                    .replace(argument, source + ".replace(\",\", \".\")").done());
        }
        Matcher sign = Pattern.compile("\\s*([$€£%])?\\s*-?[\\d.,]+\\s*([$€£%])?\\s*").matcher(text);
        if (sign.matches() && (sign.group(1) != null || sign.group(2) != null)) {
            String mark = sign.group(1) != null ? sign.group(1) : sign.group(2);
            patches.add(draft(fault, "Leave out the " + mark).rated(Tier.B, 0.79).because("The text holds a sign beside the number.")
                    .replace(argument, source + ".strip(\" " + mark + "\")").done());
        }
        unit(fault, argument, source, text, patches);
        if (text.matches("(?i)\\s*(-+|n/?a|none|null|nan|\\?+|unknown)\\s*")) {
            placeholder(fault, call, text.strip(), patches);
        }
        if (text.isBlank()) {
            patches.add(draft(fault, "Read nothing as 0").rated(Tier.B, 0.6).because("The text is empty.").replace(argument, source + ".strip() or 0").done());
        }
    }

    /// A word that stands for no number: what it counts as, the test must say.
    private void placeholder(Fault fault, Expr.Call call, String word, List<CandidatePatch> patches) {
        String argument = fault.text(call.args().getFirst());
        for (String instead : List.of("0", "None")) {
            patches.add(draft(fault, "Read " + word + " as " + instead).rated(Tier.B, instead.equals("0") ? 0.75 : 0.7).because("`" + word + "` stands where there is no number.")
                    .insert(call.start(), instead + " if " + argument + " == " + Quotes.literal(fault, word) + " else ").done());
        }
    }

    /// {@code "0.50 EUR"}: the number is the first or the last word, also where there is only one.
    private void unit(Fault fault, Expr argument, String source, String text, List<CandidatePatch> patches) {
        boolean behind = text.matches("\\s*-?\\d+([.]\\d+)?\\s+[^\\s\\d]+\\s*");
        boolean before = text.matches("\\s*[^\\s\\d]+\\s+-?\\d+([.]\\d+)?\\s*");
        if (behind || before) {
            patches.add(draft(fault, "Read the number without its unit").rated(Tier.B, 0.82).because("The text holds a unit beside the number.")
                    .replace(argument, source + ".split()[" + (behind ? "0" : "-1") + "]").done());
        }
    }
}
