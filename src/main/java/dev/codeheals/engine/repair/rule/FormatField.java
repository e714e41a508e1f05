package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A placeholder of a text template that nobody fills: its name is misspelt, or the numbers begin at one.
final class FormatField implements RepairRule {
    private static final Pattern INDEX = Pattern.compile("Replacement index (\\d+) out of range for positional args tuple|tuple index out of range");
    private static final Pattern NUMBERED = Pattern.compile("\\{(\\d+)(?=[}:!.\\[])");

    @Override
    public String id() {
        return "format-field";
    }

    @Override
    public Set<String> answers() {
        return Set.of("IDX.TUPLE_PLACEHOLDER", "KEY.KEY_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.inTests()) {
            return List.of();
        }
        if (fault.says("IndexError", INDEX).isPresent()) {
            return numbered(fault).stream().toList();
        }
        return fault.exceptionType().equals("KeyError") ? named(fault) : List.of();
    }

    private List<CandidatePatch> named(Fault fault) {
        String field = fault.exception().summary().replaceAll("^'|'$", "");
        Optional<Expr.Call> call = fault.expressions(Expr.Call.class).stream().filter(c -> isFilling(CallSite.last(c.function()))).findFirst();
        Set<String> given = new LinkedHashSet<>();
        call.ifPresent(c -> given(fault, c, given));
        fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().equals("%")).forEach(b -> keys(fault, b.right(), given));
        List<Names.Match> near = field.matches("\\w+") ? Nearness.of(field, given) : List.of();
        List<CandidatePatch> patches = new ArrayList<>();
        Pattern placeholder = Pattern.compile("(?:\\{|\\$\\{?|%\\()(" + Pattern.quote(field) + ")(?!\\w)");
        for (int i = 0; i < Math.min(2, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i);
            place(fault, placeholder).map(at -> draft(fault, "Rename the placeholder " + field + " to " + meant).rated(Tier.A, prior)
                    .because("Nothing is given for `" + field + "`; `" + meant + "` is.").replace(at, at + field.length(), meant).done()).ifPresent(patches::add);
        }
        return patches;
    }

    private static boolean isFilling(String method) {
        return method.equals("format") || method.equals("format_map") || method.equals("substitute");
    }

    private static void given(Fault fault, Expr.Call call, Set<String> given) {
        call.keywords().forEach(k -> {
            if (k.name() != null) {
                given.add(Objects.requireNonNull(k.name()));
            } else {
                keys(fault, k.value(), given);
            }
        });
        call.args().forEach(a -> keys(fault, a, given));
    }

    private static void keys(Fault fault, Expr mapping, Set<String> given) {
        fault.valueOf(mapping).ifPresent(v -> v.keys().forEach(k -> given.add(k.replaceAll("^'|'$", ""))));
        if (mapping instanceof Expr.DictExpr d) {
            d.keys().forEach(k -> {
                if (k instanceof Expr.Constant c) {
                    given.add(c.value());
                }
            });
        }
    }

    /// Where the placeholder stands: in a string of the statement, else in the only string of the file that has it.
    private static Optional<Integer> place(Fault fault, Pattern placeholder) {
        List<Integer> here = places(fault, fault.expressions(Expr.Constant.class), placeholder);
        List<Integer> all = here.isEmpty() ? places(fault, fault.tree().all(Expr.Constant.class), placeholder) : here;
        return all.size() == 1 || !here.isEmpty() ? all.stream().findFirst() : Optional.empty();
    }

    private static List<Integer> places(Fault fault, List<? extends Node> constants, Pattern placeholder) {
        List<Integer> places = new ArrayList<>();
        for (Node constant : constants) {
            Matcher matcher = placeholder.matcher(fault.text(constant));
            if (matcher.find()) {
                places.add(constant.start() + matcher.start(1));
            }
        }
        return places;
    }

    /// {@code "{1} {2}".format(a, b)}: counting starts at zero.
    private Optional<CandidatePatch> numbered(Fault fault) {
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (call.function() instanceof Expr.Attribute a && a.attr().equals("format") && a.value() instanceof Expr.Constant template) {
                List<Integer> numbers = NUMBERED.matcher(fault.text(template)).results().map(r -> Integer.valueOf(r.group(1))).toList();
                boolean fromOne = !numbers.isEmpty() && !numbers.contains(0) && numbers.stream().mapToInt(n -> n).max().orElse(0) == call.args().size();
                if (fromOne) {
                    String text = NUMBERED.matcher(fault.text(template)).replaceAll(m -> "{" + (Integer.parseInt(m.group(1)) - 1));
                    return Optional.of(draft(fault, "Number the placeholders from zero").rated(Tier.A, 0.94).because("Positional placeholders count from zero.")
                            .replace(template, text).done());
                }
            }
        }
        return Optional.empty();
    }
}
