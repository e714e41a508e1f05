package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A conversion that is missing where a value comes in, when the failed assertion shows the same value once as text and once as a number.
final class Conversions implements EditOperator {
    private static final Pattern SAME = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'\\s*(?:!=|==|\\n)\\s*\\1(?![\\d.'])|(?<![\\d.'])(-?\\d+(?:\\.\\d+)?)\\s*(?:!=|==|\\n)\\s*'\\2'");

    @Override
    public String id() {
        return "conversion";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
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
