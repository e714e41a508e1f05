package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
            return;
        }
        String indent = site.blocks().indentOf(site.statement());
        String eol = site.source().eol();
        String deeper = indent + site.blocks().indentUnit();
        function.get().args().parameters().stream().filter(p -> !p.name().equals("self") && !p.name().equals("cls")).limit(MOST_PARAMETERS).forEach(p -> {
            for (String result : results(site)) {
                edits.accept(Edit.insert(0.12, "Return " + result + " for an empty " + p.name(), site.statement().start(),
                        "if not " + p.name() + ":" + eol + deeper + "return " + result + eol + indent));
            }
        });
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
