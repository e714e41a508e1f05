package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A {@code %} format whose values do not fit its placeholders.
final class PercentFormat implements RepairRule {
    private static final Pattern TOO_FEW = Pattern.compile("not enough arguments for format string");
    private static final Pattern TOO_MANY = Pattern.compile("not all arguments converted during (?:string|bytes) formatting");
    private static final Pattern NUMBER = Pattern.compile("%([di]) format: a (?:real )?number is required, not str|%([xXo]) format: an integer is required, not \\w+|must be real number, not str");
    private static final Pattern PLACEHOLDER = Pattern.compile("%[-#0 +]*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*))?[diouxXeEfFgGcrsa]");

    @Override
    public String id() {
        return "percent-format";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.FORMAT_ARGUMENTS", "TYP.NUMBER_REQUIRED");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (!fault.exceptionType().equals("TypeError") || fault.inTests()) {
            return List.of();
        }
        List<Expr.BinOp> formats = fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().equals("%") && isText(b.left())).toList();
        return formats.stream().flatMap(f -> patch(fault, f).stream()).limit(1).toList();
    }

    private static boolean isText(Expr left) {
        return left instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING;
    }

    private static int placeholders(String text) {
        return (int) PLACEHOLDER.matcher(text.replace("%%", "")).results().count();
    }

    private Optional<CandidatePatch> patch(Fault fault, Expr.BinOp format) {
        if (fault.says(TOO_FEW).isPresent()) {
            return grouped(fault, format);
        }
        if (fault.says(TOO_MANY).isPresent()) {
            return braces(fault, format);
        }
        return fault.says(NUMBER).isPresent() ? asText(fault, format) : Optional.empty();
    }

    /// {@code print("%s %s" % a, b)}: the values behind the comma belong to the format.
    private Optional<CandidatePatch> grouped(Fault fault, Expr.BinOp format) {
        int wanted = placeholders(fault.text(format.left()));
        Optional<Node> parent = fault.tree().parentOf(format);
        List<Expr> beside = parent.orElse(null) instanceof Expr.Call c ? c.args() : parent.orElse(null) instanceof Expr.TupleExpr t ? t.elements() : List.of();
        int index = beside.indexOf(format);
        if (index < 0 || format.right() instanceof Expr.TupleExpr || beside.size() < index + wanted) {
            return Optional.empty();
        }
        Expr last = beside.get(index + wanted - 1);
        return Optional.of(draft(fault, "Put the values in parentheses").rated(Tier.A, 0.94).because("The `%` takes only the first value; several need parentheses.")
                .insert(format.right().start(), "(").insert(last.end(), ")").done());
    }

    /// {@code "{} is {}" % (a, b)}: placeholders of {@code format}.
    private Optional<CandidatePatch> braces(Fault fault, Expr.BinOp format) {
        String text = fault.text(format.left());
        if (placeholders(text) > 0 || !text.contains("{")) {
            return Optional.empty();
        }
        String values = fault.text(format.right());
        boolean wrapped = format.right() instanceof Expr.TupleExpr && values.startsWith("(");
        return Optional.of(draft(fault, "Fill the text by format()").rated(Tier.A, 0.93).because("Braces are filled by `format`, not by `%`.")
                .replace(format.left().end(), format.right().end(), ".format" + (wrapped ? values : "(" + values + ")")).done());
    }

    /// A number placeholder for a value that is text.
    private Optional<CandidatePatch> asText(Fault fault, Expr.BinOp format) {
        List<Expr> values = format.right() instanceof Expr.TupleExpr t ? t.elements() : List.of(format.right());
        Matcher matcher = PLACEHOLDER.matcher(fault.text(format.left()));
        for (Expr value : values) {
            if (!matcher.find()) {
                return Optional.empty();
            }
            boolean text = isText(value) || fault.valueOf(value).filter(v -> v.type().equals("str")).isPresent();
            if (text && !matcher.group().endsWith("s")) {
                int at = format.left().start() + matcher.start();
                boolean plain = matcher.group().length() == 2 && "di".indexOf(matcher.group().charAt(1)) >= 0;
                return Optional.of(plain ? draft(fault, "Format the value as text").rated(Tier.B, 0.8).because("The value is text, which `%d` does not take.")
                        .replace(at, at + matcher.group().length(), "%s").done()
                        : draft(fault, "Convert the value to a number").rated(Tier.B, 0.75).because("The placeholder wants a number, the value is text.")
                        .insert(value.start(), "float(").insert(value.end(), ")").done());
            }
        }
        return Optional.empty();
    }
}
