package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An early way out for empty or missing input, with a result the failing test asks for where it tells one.
final class Guards implements EditOperator {
    private static final int MOST_PARAMETERS = 4;

    @Override
    public String id() {
        return "guard";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        boundsFirst(site, edits);
        Optional<Stmt.FunctionDef> function = site.function();
        if (function.isEmpty()) {
            return;
        }
        Optional<Stmt> first = Blocks.firstStatement(function.get().body());
        if (first.isEmpty() || !first.get().equals(site.statement())) {
            beforeCrash(site, edits);
            return;
        }
        function.get().args().parameters().stream().filter(p -> !p.name().equals("self") && !p.name().equals("cls")).limit(MOST_PARAMETERS).forEach(p -> {
            results(site).forEach(result -> edits.accept(wayOut(site, 0.12, p.name(), result)));
        });
    }

    /// Where a statement fails on what it was given, the way out comes right before it, after the questions that are asked already.
    private static void beforeCrash(Site site, Consumer<Edit> edits) {
        if (!site.crashes() || !(site.statement() instanceof Stmt.Assign || site.statement() instanceof Stmt.ExprStmt || site.statement() instanceof Stmt.Return)) {
            return;
        }
        Set<String> parameters = site.function().stream().flatMap(f -> f.args().parameters().stream()).map(Node.Parameter::name).collect(Collectors.toSet());
        site.all(Expr.Name.class).stream().map(Expr.Name::id).filter(parameters::contains).filter(name -> !name.equals("self")).distinct().forEach(name ->
                results(site).forEach(result -> edits.accept(wayOut(site, 0.3, name, result))));
    }

    private static Edit wayOut(Site site, double prior, String name, String result) {
        String indent = site.blocks().indentOf(site.statement());
        String eol = site.source().eol();
        return Edit.insert(prior, "Return " + result + " for an empty " + name, site.statement().start(),
                "if not " + name + ":" + eol + indent + site.blocks().indentUnit() + "return " + result + eol + indent);
    }

    /// {@code while items[i] > x} that runs off the end: whether there is an item comes first.
    private static void boundsFirst(Site site, Consumer<Edit> edits) {
        if (!site.request().sealed().diagnosis().exceptionType().equals("IndexError")) {
            return;
        }
        @Nullable Expr test = switch (site.statement()) {
            case Stmt.While s -> s.test();
            case Stmt.If s -> s.test();
            case Stmt _ -> null;
        };
        if (test == null) {
            return;
        }
        site.all(Expr.Subscript.class).stream().filter(s -> s.index() instanceof Expr.Name && s.start() >= test.start() && s.end() <= test.end()).findFirst()
                .ifPresent(s -> {
                    String rest = test instanceof Expr.BoolOp op && op.op().equals("or") ? "(" + site.text(test) + ")" : site.text(test);
                    edits.accept(Edit.replace(0.8, "Ask first whether " + site.text(s.index()) + " is still within " + site.text(s.value()), test,
                            site.text(s.index()) + " < len(" + site.text(s.value()) + ") and " + rest));
                });
    }

    private static List<String> results(Site site) {
        List<String> results = new ArrayList<>();
        Expectation.of(site.request().failure().reported().message()).ifPresent(e -> {
            for (String value : List.of(e.one(), e.other())) {
                if (value.matches("-?\\d{1,9}(\\.\\d{1,9})?|\\[\\]|\\{\\}|None|True|False|")) {
                    results.add(value.isEmpty() ? "\"\"" : value);
                }
            }
        });
        boolean returnsText = site.expressions().stream().anyMatch(e -> e instanceof Expr.JoinedStr);
        results.addAll(returnsText ? List.of("\"\"", "None") : List.of("0", "[]", "None", "False"));
        return results.stream().distinct().toList();
    }
}
