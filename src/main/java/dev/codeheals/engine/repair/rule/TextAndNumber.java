package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Text and a number joined by {@code +} or another operator: the number becomes text where text is built, the text a number where one is
/// calculated.
final class TextAndNumber implements RepairRule {
    private static final Pattern CONCATENATE = Pattern.compile("can only concatenate str \\(not \"(\\w+)\"\\) to str|must be str, not (\\w+)"
            + "|unsupported operand type\\(s\\) for (?:\\+|-|\\*|/|//|%|\\*\\*|\\+=|-=)(?: or pow\\(\\))?: '(\\w+)' and '(\\w+)'"
            + "|can't multiply sequence by non-int of type '(\\w+)'|sequence item \\d+: expected str instance, (\\w+) found");
    private static final List<String> NAMES = List.of("name", "title", "label", "text", "value", "username", "full_name", "id");
    private static final Pattern NUMBER = Pattern.compile("'\\s*-?\\d+\\s*'");
    private static final Pattern DECIMAL = Pattern.compile("'\\s*-?\\d*\\.\\d+\\s*'");

    @Override
    public String id() {
        return "text-and-number";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.JOIN_ITEM", "TYP.STR_NUMBER_MIX", "TYP.UNSUPPORTED_OPERAND");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", CONCATENATE).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.BinOp op : fault.expressions(Expr.BinOp.class)) {
            mix(fault, op.left(), op.op(), op.right(), patches);
        }
        if (fault.statement().filter(s -> s instanceof Stmt.AugAssign).isPresent()) {
            Stmt.AugAssign assign = (Stmt.AugAssign) fault.statement().get();
            mix(fault, assign.target(), assign.op().substring(0, assign.op().length() - 1), assign.value(), patches);
        }
        chained(fault, patches);
        summed(fault, patches);
        if (fault.message().startsWith("sequence item")) {
            joined(fault, patches);
        }
        return patches;
    }

    /// A text built of several parts: all numbers in it at once, since Python names only the first.
    private void chained(Fault fault, List<CandidatePatch> patches) {
        for (Expr.BinOp op : fault.expressions(Expr.BinOp.class)) {
            List<Expr> parts = parts(op);
            List<Expr> numbers = parts.stream().filter(p -> Values.isNumber(fault, p)).toList();
            if (numbers.size() > 1 && Values.isText(fault, parts.getFirst()) && buildsText(fault, parts.getFirst())) {
                Draft draft = draft(fault, "Make the numbers text").rated(Tier.A, 0.97).because("Text is built here of several parts, and some are numbers.");
                numbers.forEach(n -> draft.replace(n, "str(" + fault.text(n) + ")"));
                patches.add(draft.done());
                return;
            }
        }
    }

    /// What is added up, from the left.
    private static List<Expr> parts(Expr sum) {
        List<Expr> parts = new ArrayList<>();
        Expr left = sum;
        while (left instanceof Expr.BinOp op && op.op().equals("+")) {
            parts.addFirst(op.right());
            left = op.left();
        }
        parts.addFirst(left);
        return parts;
    }

    private void mix(Fault fault, Expr left, String op, Expr right, List<CandidatePatch> patches) {
        boolean leftText = Values.isText(fault, left);
        boolean rightText = Values.isText(fault, right);
        if (leftText == rightText) {
            return;
        }
        Expr text = leftText ? left : right;
        Expr number = leftText ? right : left;
        boolean builds = op.equals("+") && buildsText(fault, text);
        if (op.equals("+")) {
            boolean literal = number instanceof Expr.Constant;
            String written = literal ? "\"" + fault.text(number) + "\"" : "str(" + fault.text(number) + ")";
            Optional<String> other = fault.valueOf(number).map(ValueFacts::type).filter(t -> !Values.numeric(t));
            double prior = other.map(t -> telling(fault, t)).orElse(builds ? 0.96 : 0.4);
            patches.add(draft(fault, "Make " + fault.text(number) + " text").rated(builds && other.isEmpty() ? Tier.A : Tier.B, prior)
                    .because("Text is built here, and " + fault.text(number) + " is not text.").replace(number, written).done());
            if (other.isPresent()) {
                named(fault, number, patches);
            }
        }
        converted(fault, text, builds ? 0.3 : 0.86).ifPresent(patches::add);
    }

    /// How likely an object that is no number was to be written out as a whole: only if its class says how that reads.
    private static double telling(Fault fault, String type) {
        String bare = type.substring(type.lastIndexOf('.') + 1);
        boolean speaks = fault.modules().classes(bare).stream().anyMatch(c -> c.shape().method("__str__").isPresent());
        return speaks ? 0.85 : switch (bare) {
            case "NoneType" -> 0.1;
            case "Path", "PosixPath", "Decimal", "Fraction", "date", "datetime", "UUID" -> 0.9;
            default -> 0.45;
        };
    }

    /// The text an object carries stands in for the object: {@code holder.name} for {@code holder}.
    private void named(Fault fault, Expr object, List<CandidatePatch> patches) {
        List<String> attributes = fault.valueOf(object).map(ValueFacts::attributes).orElse(List.of());
        NAMES.stream().filter(attributes::contains).limit(3).forEach(name -> patches.add(draft(fault, "Take " + fault.text(object) + "." + name)
                .rated(Tier.B, 0.86).because("The object is no text, but it has a " + name + ".").insert(object.end(), "." + name).done()));
    }

    /// Something that reads as text: a literal with letters or blanks in it, an f-string, or a value that is no number.
    private static boolean buildsText(Fault fault, Expr text) {
        if (text instanceof Expr.Constant c && !c.value().isBlank() && !c.value().strip().matches("-?\\d+(\\.\\d+)?")) {
            return true;
        }
        if (text instanceof Expr.JoinedStr) {
            return true;
        }
        if (text instanceof Expr.BinOp op && op.op().equals("+")) {
            return buildsText(fault, op.left()) || buildsText(fault, op.right());
        }
        return fault.valueOf(text).map(v -> !NUMBER.matcher(v.repr()).matches() && !DECIMAL.matcher(v.repr()).matches()).orElse(false);
    }

    private Optional<CandidatePatch> converted(Fault fault, Expr text, double prior) {
        boolean literal = text instanceof Expr.Constant c && !c.value().strip().matches("-?\\d+(\\.\\d+)?");
        if (literal || text instanceof Expr.JoinedStr) {
            return Optional.empty();
        }
        String seen = fault.valueOf(text).map(ValueFacts::repr).orElse("");
        boolean decimal = DECIMAL.matcher(seen).matches();
        if (!seen.isEmpty() && !decimal && !NUMBER.matcher(seen).matches()) {
            return Optional.empty();
        }
        String type = decimal ? "float" : "int";
        return Optional.of(draft(fault, "Make " + fault.text(text) + " a number").rated(Tier.B, seen.isEmpty() ? prior * 0.7 : prior)
                .because("It is text that reads as a number, and a number is calculated with it.").replace(text, type + "(" + fault.text(text) + ")").done());
    }

    /// {@code sum(["1", "2"])}: the items are numbers written as text.
    private void summed(Fault fault, List<CandidatePatch> patches) {
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            boolean sum = call.function() instanceof Expr.Name n && (n.id().equals("sum") || n.id().equals("fsum")) && !call.args().isEmpty();
            if (!sum || !fault.message().contains("'str'")) {
                continue;
            }
            Expr items = call.args().getFirst();
            if (items instanceof Expr.Comp comp) {
                patches.add(draft(fault, "Add the items as numbers").rated(Tier.A, 0.93).because("The items are text.")
                        .replace(comp.element(), "float(" + fault.text(comp.element()) + ")").done());
                patches.add(draft(fault, "Add the items as whole numbers").rated(Tier.A, 0.94).because("The items are text.")
                        .replace(comp.element(), "int(" + fault.text(comp.element()) + ")").done());
            } else {
                String seen = fault.valueOf(items).map(ValueFacts::repr).orElse("");
                boolean decimal = seen.matches(".*'\\s*-?\\d*\\.\\d+\\s*'.*");
                patches.add(draft(fault, "Add the items as numbers").rated(Tier.A, 0.95).because("The items are text.")
                        .replace(items, "map(" + (decimal ? "float" : "int") + ", " + fault.text(items) + ")").done());
            }
        }
    }

    /// {@code ", ".join(numbers)}.
    private void joined(Fault fault, List<CandidatePatch> patches) {
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Attribute a && a.attr().equals("join") && call.args().size() == 1) {
                Expr argument = call.args().getFirst();
                Draft draft = draft(fault, "Make each item text before joining").rated(Tier.A, 0.93).because("join takes text only.");
                patches.add(argument instanceof Expr.Comp comp ? draft.replace(comp.element(), "str(" + fault.text(comp.element()) + ")").done()
                        : draft.replace(argument, "map(str, " + fault.text(argument) + ")").done());
            }
        }
    }
}
