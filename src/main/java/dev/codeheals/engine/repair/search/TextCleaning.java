package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// White space or capital letters that should have been taken off before a text is looked at, cut up or kept.
final class TextCleaning implements EditOperator {
    private static final Set<String> OF_TEXT = Set.of("split", "partition", "rpartition", "startswith", "endswith", "isdigit", "isalpha", "lower", "upper", "title",
            "capitalize", "find", "index", "count", "splitlines", "isnumeric", "isalnum");
    private static final Set<String> GIVING_TEXT = Set.of("lower", "upper", "title", "capitalize", "replace", "sub", "join", "readline", "read", "format", "removeprefix",
            "removesuffix", "group", "input", "decode", "read_text", "get");

    private static final Set<String> CLEANING = Set.of("lower", "upper", "strip", "casefold", "rstrip", "lstrip");

    @Override
    public String id() {
        return "text-cleaning";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        Optional<Expectation> expected = Expectation.of(site.request().failure().reported().message());
        double strip = expected.filter(Expectation::differsBySpace).isPresent() ? 0.5 : 0.1;
        double lower = expected.filter(Expectation::differsByCase).isPresent() ? 0.4 : 0.05;
        asElsewhere(site, edits);
        for (Expr expression : site.expressions()) {
            if (isText(site, expression) && isUsed(site, expression)) {
                edits.accept(Edit.insert(strip, "Take white space off " + site.text(expression), expression.end(), ".strip()"));
                edits.accept(Edit.insert(lower, "Take " + site.text(expression) + " in lower case", expression.end(), ".lower()"));
            }
        }
    }

    /// {@code table[name.lower()]} beside {@code name in table}, {@code row[0].strip()} beside {@code row[1]}: one is cleaned and the other is not.
    private static void asElsewhere(Site site, Consumer<Edit> edits) {
        for (Expr.Call cleaned : site.function().stream().flatMap(Tree::walk).filter(Expr.Call.class::isInstance).map(Expr.Call.class::cast).toList()) {
            if (cleaned.args().isEmpty() && cleaned.keywords().isEmpty() && cleaned.function() instanceof Expr.Attribute method && CLEANING.contains(method.attr())) {
                for (Expr expression : site.expressions()) {
                    double alike = alike(site, method.value(), expression);
                    if (alike > 0 && !(site.tree().parentOf(expression).orElse(expression) instanceof Expr.Attribute)) {
                        edits.accept(Edit.insert(alike, "Clean " + site.text(expression) + " as elsewhere", expression.end(), "." + method.attr() + "()"));
                    }
                }
            }
        }
    }

    /// How likely one is to be cleaned because the other is: the same text, a part of the same record, the other side of a comparison.
    private static double alike(Site site, Expr cleaned, Expr expression) {
        boolean name = expression instanceof Expr.Name || expression instanceof Expr.Attribute || expression instanceof Expr.Subscript || expression instanceof Expr.Call;
        boolean compared = site.tree().parentOf(expression).filter(Expr.Compare.class::isInstance).isPresent();
        boolean kept = site.tree().parentOf(expression).filter(p -> p instanceof Stmt.Assign a && a.value().equals(expression)).isPresent();
        if (name && site.text(expression).equals(site.text(cleaned))) {
            return 0.4;
        }
        if (cleaned instanceof Expr.Subscript one && expression instanceof Expr.Subscript other && site.text(one.value()).equals(site.text(other.value()))) {
            return 0.35;
        }
        return name && compared ? 0.25 : kept && isText(site, expression) && (expression instanceof Expr.Subscript || expression instanceof Expr.Call) ? 0.2 : 0;
    }

    private static boolean isText(Site site, Expr expression) {
        Optional<String> type = site.valueOf(expression).map(ValueFacts::type);
        return switch (expression) {
            case Expr.Call c when c.function() instanceof Expr.Attribute a -> GIVING_TEXT.contains(a.attr());
            case Expr.Call c when c.function() instanceof Expr.Name n -> GIVING_TEXT.contains(n.id());
            case Expr.Name _, Expr.Subscript _, Expr.Attribute _ -> type.map("str"::equals).orElse(true);
            case Expr _ -> false;
        };
    }

    /// Where cleaning can matter: at the receiver of a text method, and at what is kept, returned or passed on.
    private static boolean isUsed(Site site, Expr expression) {
        Optional<Node> parent = site.tree().parentOf(expression);
        boolean known = expression instanceof Expr.Call || site.valueOf(expression).filter(v -> v.type().equals("str")).isPresent();
        return parent.filter(p -> switch (p) {
            case Expr.Attribute a -> OF_TEXT.contains(a.attr()) && site.tree().parentOf(a).filter(Expr.Call.class::isInstance).isPresent();
            case Expr.Call c -> known && c.args().contains(expression);
            case Stmt.Assign a -> known && a.value().equals(expression);
            case Stmt.Return _ -> known;
            case Expr.Subscript s -> known && s.index().equals(expression);
            case Expr.Comp c -> known && c.element().equals(expression);
            case Expr.DictExpr _, Expr.ListExpr _, Expr.TupleExpr _ -> known && !(site.tree().parentOf(p).orElse(p) instanceof Stmt.For);
            case Node _ -> false;
        }).isPresent();
    }
}
