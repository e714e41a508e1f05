package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Values the standard library takes or gives in another type than the program has: parameters of a query, decimals, dates, the output of a command.
final class LibraryTypes implements EditOperator {
    private static final Set<String> QUERIES = Set.of("execute", "executemany");
    private static final Set<String> COMMANDS = Set.of("check_output", "run", "Popen");
    private static final Set<String> OF_DATES = Set.of("strftime", "isoformat", "year", "month", "day", "weekday", "isoweekday", "hour", "minute", "second", "timestamp", "date");

    @Override
    public String id() {
        return "library-type";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        site.all(Expr.Compare.class).forEach(compare -> memberAndValue(site, compare, edits));
        String message = site.request().failure().reported().message();
        if (message.contains("binding") || message.contains("parameters are of unsupported type")) {
            calls(site, QUERIES).filter(c -> c.args().size() == 2 && isOne(c.args().get(1)))
                    .forEach(c -> edits.accept(Edit.replace(0.9, "Pass " + site.text(c.args().get(1)) + " as the only parameter", c.args().get(1), "(" + site.text(c.args().get(1)) + ",)")));
        } else if (message.contains("decimal.Decimal") && message.contains("'float'") && site.module().definitions().containsKey("Decimal")) {
            site.all(Expr.BinOp.class).forEach(op -> Stream.of(op.left(), op.right()).forEach(side -> decimal(site, side, edits)));
        } else if (message.contains("bytes-like object is required, not 'str'")) {
            calls(site, COMMANDS).filter(c -> !c.args().isEmpty() && c.keywords().stream().map(Node.Keyword::name).noneMatch(k -> "text".equals(k) || "encoding".equals(k)))
                    .forEach(c -> edits.accept(Edit.insert(0.9, "Take the output as text", c.end() - 1, ", text=True")));
        } else if (message.contains("'str' object has no attribute")) {
            site.all(Expr.Attribute.class).stream().filter(a -> OF_DATES.contains(a.attr()) && message.contains("'" + a.attr() + "'")).forEach(a -> date(site, a, edits));
        }
    }

    /// A member of an enumeration is never equal to a plain value; what it stands for may be.
    private static void memberAndValue(Site site, Expr.Compare compare, Consumer<Edit> edits) {
        Stream.concat(Stream.of(compare.left()), compare.comparators().stream()).filter(side -> side instanceof Expr.Attribute a && a.value() instanceof Expr.Name owner
                && isEnumeration(site, owner.id())).forEach(side -> edits.accept(Edit.insert(0.6, "Compare with the value of " + site.text(side), side.end(), ".value")));
    }

    private static boolean isEnumeration(Site site, String name) {
        return site.modules().classes(name).stream().flatMap(c -> c.module().parsed().module().body().stream())
                .anyMatch(s -> s instanceof Stmt.ClassDef c && c.name().id().equals(name) && c.bases().stream().anyMatch(b -> b instanceof Expr.Name base && base.id().equals("Enum")));
    }

    private static Stream<Expr.Call> calls(Site site, Set<String> names) {
        return site.all(Expr.Call.class).stream().filter(c -> names.contains(Site.called(c.function())));
    }

    private static boolean isOne(Expr parameter) {
        return parameter instanceof Expr.Name || parameter instanceof Expr.Attribute || parameter instanceof Expr.Constant || parameter instanceof Expr.Subscript;
    }

    /// By way of its text, so that 0.1 stays 0.1.
    private static void decimal(Site site, Expr side, Consumer<Edit> edits) {
        Optional<String> type = site.valueOf(side).map(ValueFacts::type);
        if (!(side instanceof Expr.BinOp) && type.map(t -> t.equals("float")).orElse(true)) {
            edits.accept(Edit.replace(type.isPresent() || side instanceof Expr.Constant ? 0.9 : 0.5, "Calculate with " + site.text(side) + " as a decimal", side, "Decimal(str(" + site.text(side) + "))"));
        }
    }

    private static void date(Site site, Expr.Attribute attribute, Consumer<Edit> edits) {
        List.of("date", "datetime").stream().filter(site.module().definitions()::containsKey).forEach(kind -> edits.accept(new Edit(0.8, "Read the " + kind + " from the text first",
                List.of(Replacement.insert(attribute.value().start(), kind + ".fromisoformat("), Replacement.insert(attribute.value().end(), ")")))));
    }
}
