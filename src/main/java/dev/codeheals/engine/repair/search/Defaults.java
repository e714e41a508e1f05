package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Default values that all calls share.
final class Defaults implements EditOperator {
    private static final Set<String> MAKERS = Set.of("list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray");

    @Override
    public String id() {
        return "default";
    }

    @Override
    public void offer(Site site, Consumer<Edit> edits) {
        if (!(site.statement() instanceof Stmt.FunctionDef function) || function.body().isEmpty()) {
            return;
        }
        for (Node.Parameter parameter : function.args().parameters()) {
            Expr value = parameter.defaultValue();
            if (value != null && shared(value)) {
                made(site, function, parameter, value, edits);
            }
        }
    }

    private static boolean shared(Expr value) {
        return switch (value) {
            case Expr.ListExpr _, Expr.DictExpr _, Expr.SetExpr _, Expr.Comp _ -> true;
            case Expr.Call c -> c.function() instanceof Expr.Name n && MAKERS.contains(n.id());
            case Expr _ -> false;
        };
    }

    private static void made(Site site, Stmt.FunctionDef function, Node.Parameter parameter, Expr value, Consumer<Edit> edits) {
        SourceFile source = site.source();
        Stmt first = Blocks.firstStatement(function.body()).orElse(function.body().getLast());
        if (source.lineOf(first.start()) == source.lineOf(function.start())) {
            return;
        }
        String indent = site.blocks().indentOf(first);
        String made = indent + "if " + parameter.name() + " is None:" + source.eol() + indent + site.blocks().indentUnit() + parameter.name() + " = "
                + site.text(value) + source.eol();
        edits.accept(new Edit(0.9, "Make a new " + parameter.name() + " for each call", List.of(
                new Replacement(value.start(), value.end(), "None"), Replacement.insert(source.lineStart(source.lineOf(first.start())), made))));
    }
}
