package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A conversion that is missing where a value comes in, when the failed assertion shows the same value once as text and once as a number.
final class Conversions implements EditOperator {
    private static final Pattern SAME = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'\\s*(?:!=|==|\\n)\\s*\\1(?![\\d.'])|(?<![\\d.'])(-?\\d+(?:\\.\\d+)?)\\s*(?:!=|==|\\n)\\s*'\\2'");

    private static final String TIMEDELTA = "datetime\\.timedelta\\((?:days=(\\d+))?(?:, )?(?:seconds=(\\d+))?\\)";
    private static final String NUMBER = "(?<![\\w.])(\\d+(?:\\.\\d+)?)";
    private static final Pattern DURATION = Pattern.compile(NUMBER + " != " + TIMEDELTA + "|" + TIMEDELTA + " != " + NUMBER);
    private static final Map<String, Integer> UNITS = Map.of("days", 86_400, "hours", 3600, "minutes", 60, "seconds", 1);

    @Override
    public String id() {
        return "conversion";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        duration(site.request().failure().reported().message()).ifPresent(unit -> durations(site, unit, edits));
        Optional<String> function = conversion(site.request().failure().reported().message());
        if (function.isEmpty()) {
            return;
        }
        for (Expr expression : site.expressions()) {
            boolean incoming = switch (expression) {
                case Expr.Subscript _ -> true;
                case Expr.Name _ -> true;
                case Expr.Call c -> !(c.function() instanceof Expr.Name n && n.id().equals(function.get()));
                case Expr _ -> false;
            };
            if (incoming && isValue(site, expression)) {
                edits.accept(Edit.replace(expression instanceof Expr.Name ? 0.35 : 0.5, "Convert " + site.text(expression) + " by " + function.get(), expression,
                        function.get() + "(" + site.text(expression) + ")"));
            }
        }
    }

    private static void durations(Site site, String unit, Consumer<Edit> edits) {
        if (!site.module().scopes().module().binds("timedelta")) {
            return;
        }
        for (Expr expression : site.expressions()) {
            boolean plain = expression instanceof Expr.Name || expression instanceof Expr.Attribute || expression instanceof Expr.BinOp;
            if (plain && isValue(site, expression)) {
                edits.accept(Edit.replace(0.5, "Make " + site.text(expression) + " a duration in " + unit, expression,
                        "timedelta(" + unit + "=" + site.text(expression) + ")"));
            }
        }
    }

    /// The unit in which a number is the duration that stands against it: {@code 30 != datetime.timedelta(seconds=1800)}.
    static Optional<String> duration(String message) {
        Matcher matcher = DURATION.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean numberFirst = matcher.group(1) != null;
        double number = part(matcher, numberFirst ? 1 : 6);
        double total = part(matcher, numberFirst ? 2 : 4) * 86_400 + part(matcher, numberFirst ? 3 : 5);
        return UNITS.entrySet().stream().filter(u -> number != 0 && Math.abs(total / number - u.getValue()) < 1e-6).map(Map.Entry::getKey).findFirst();
    }

    private static double part(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Double.parseDouble(matcher.group(group));
    }

    /// The conversion a message asks for: the program's own value comes first in one style of tests and last in the other, so text is
    /// made a number unless a number stands first.
    static Optional<String> conversion(String message) {
        Matcher matcher = SAME.matcher(message);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String text = matcher.group(1);
        return Optional.of(text == null ? "str" : text.contains(".") ? "float" : "int");
    }

    /// What is passed on, returned or kept, not what is called or assigned to.
    private static boolean isValue(Site site, Expr expression) {
        Optional<Node> parent = site.tree().parentOf(expression);
        return parent.filter(p -> switch (p) {
            case Expr.Call c -> c.args().contains(expression);
            case Node.Keyword _, Stmt.Return _, Expr.ListExpr _, Expr.TupleExpr _, Expr.DictExpr _, Expr.Comp _ -> true;
            case Stmt.Assign a -> a.value().equals(expression);
            case Node _ -> false;
        }).isPresent();
    }
}
