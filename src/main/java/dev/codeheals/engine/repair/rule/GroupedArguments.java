package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Several arguments for a builtin that wants them as one: {@code items.append(a, b)}, {@code sum(1, 2, 3)}, {@code input("Age", n)}.
final class GroupedArguments implements RepairRule {
    private static final Pattern TOO_MANY = Pattern.compile("(?:([\\w.]+)\\(\\) takes (?:exactly |at most )?(?:one|no|\\d+)(?: positional)? arguments? (?:\\((\\d+) given\\)|but \\d+ were given)"
            + "|([\\w.]+) expected (?:at most |exactly )?\\d+ arguments?, got \\d+)");

    @Override
    public String id() {
        return "grouped-arguments";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ARG_COUNT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", TOO_MANY);
        if (message.isEmpty()) {
            return List.of();
        }
        String callee = message.get().group(1) == null ? message.get().group(3) : message.get().group(1);
        return CallSite.of(fault, callee).filter(s -> s.definition(fault).isEmpty()).flatMap(s -> grouped(fault, s)).stream().toList();
    }

    private Optional<CandidatePatch> grouped(Fault fault, CallSite site) {
        List<Expr> args = site.call().args();
        if (args.size() < 2 || !site.call().keywords().isEmpty()) {
            return Optional.empty();
        }
        int start = args.getFirst().start();
        int end = args.getLast().end();
        String inside = fault.source().text().substring(start, end);
        return switch (CallSite.last(site.call().function())) {
            case "append", "add", "put", "appendleft", "put_nowait" -> Optional.of(wrap(fault, start, end, "(" + inside + ")", 0.7));
            case "sum", "join", "any", "all", "choice", "shuffle", "extend", "len", "sorted", "Counter", "deque", "mean", "median", "writelines" ->
                    Optional.of(wrap(fault, start, end, "[" + inside + "]", 0.85));
            case "list" -> Optional.of(whole(fault, site, "[" + inside + "]"));
            case "set" -> Optional.of(whole(fault, site, "{" + inside + "}"));
            case "tuple" -> Optional.of(whole(fault, site, "(" + inside + ")"));
            case "isinstance", "issubclass" -> args.size() > 2 ? Optional.of(wrap(fault, args.get(1).start(), end,
                    "(" + fault.source().text().substring(args.get(1).start(), end) + ")", 0.93)) : Optional.empty();
            case "input" -> Optional.of(wrap(fault, start, end, prompt(fault, args), 0.85));
            default -> Optional.empty();
        };
    }

    private CandidatePatch wrap(Fault fault, int start, int end, String text, double prior) {
        return draft(fault, "Pass " + text).rated(Tier.B, prior).because("The function wants one value where several are given.").replace(start, end, text).done();
    }

    private CandidatePatch whole(Fault fault, CallSite site, String text) {
        return draft(fault, "Write " + text).rated(Tier.A, 0.9).because("The type takes one iterable; its display takes the elements.").replace(site.call(), text).done();
    }

    /// The parts of a prompt, which {@code print} would take but {@code input} does not, as one f-string.
    private static String prompt(Fault fault, List<Expr> args) {
        StringBuilder text = new StringBuilder();
        String quote = Quotes.of(fault);
        for (Expr arg : args) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(arg instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING ? c.value().replace("{", "{{").replace("}", "}}") : "{" + fault.text(arg) + "}");
        }
        return "f" + quote + text.toString().replace("  ", " ") + quote;
    }
}
