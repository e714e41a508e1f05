package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.FrameFacts;
import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One suspicious statement with what an operator may ask about it.
///
/// @param modules     all of the project, read once for a search
/// @param suspicion   0 to 1
/// @param expressions all expressions of the statement, nested bodies left out, outermost first
record Site(RepairRequest request, ModuleIndex modules, ModuleInfo module, Stmt statement, double suspicion, List<Expr> expressions) {
    private static final int WELL_TESTED = 3;

    Site {
        expressions = List.copyOf(expressions);
    }

    static Site of(RepairRequest request, ModuleIndex modules, ModuleInfo module, Stmt statement, double suspicion) {
        List<Expr> found = new ArrayList<>();
        gather(statement, found);
        return new Site(request, modules, module, statement, suspicion, found);
    }

    /// The last name of what is called; empty where that has none.
    static String called(Expr function) {
        return function instanceof Expr.Name n ? n.id() : function instanceof Expr.Attribute a ? a.attr() : "";
    }

    private static void gather(Node node, List<Expr> into) {
        for (Node child : node.children()) {
            if (child instanceof Stmt || (child instanceof Node.Handler) || (child instanceof Node.MatchCase)) {
                continue;
            }
            if (child instanceof Expr expr) {
                into.add(expr);
            }
            gather(child, into);
        }
    }

    <E extends Expr> List<E> all(Class<E> kind) {
        return expressions.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Parsed parsed() {
        return module.parsed();
    }

    SourceFile source() {
        return module.parsed().source();
    }

    Tree tree() {
        return Tree.of(module.parsed());
    }

    Blocks blocks() {
        return Blocks.of(module.parsed());
    }

    int line() {
        return source().lineOf(statement.start());
    }

    /// Where the last line of a statement ends: what is to stand right behind it is inserted there.
    int lineEnd(Stmt of) {
        return source().lineEnd(source().lineOf(Math.max(of.start(), of.end() - 1)));
    }

    String text(Node node) {
        return source().text().substring(node.start(), node.end());
    }

    /// Text that can stand as an operand: in parentheses unless it is simple.
    String operand(Node node) {
        boolean simple = switch (node) {
            case Expr.Name _, Expr.Constant _, Expr.Attribute _, Expr.Subscript _, Expr.Call _, Expr.ListExpr _, Expr.DictExpr _, Expr.Comp _ -> true;
            case Node _ -> false;
        };
        return simple ? text(node) : "(" + text(node) + ")";
    }

    /// How far the tests that run this line tie it down, 0 to 1: what a single test asks for, many wrong edits give too.
    double constraint() {
        long tests = request.facts().coverage().stream().filter(run -> run.lines().getOrDefault(source().path(), Set.of()).contains(line())).count();
        return tests >= WELL_TESTED ? 1 : tests == WELL_TESTED - 1 ? 0.92 : 0.8;
    }

    /// Whether an exception was raised right here: then even the types of the values may be wrong.
    boolean crashes() {
        return request.facts().frames().reversed().stream().limit(1)
                .anyMatch(f -> f.file().equals(source().path()) && f.line() >= line() && f.line() <= source().lineOf(Math.max(statement.start(), statement.end() - 1)));
    }

    Optional<Stmt.FunctionDef> function() {
        return tree().enclosing(Stmt.FunctionDef.class, statement.start());
    }

    /// Names a replacement may use here: bound in the function, or the module's own values.
    Set<String> names() {
        return module.scopes().visibleNames(statement.start());
    }

    /// The function's own names that are bound here or before, self left out.
    List<String> ownNames() {
        Optional<Stmt.FunctionDef> function = function();
        if (function.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        function.get().args().parameters().forEach(p -> names.add(p.name()));
        module.scopes().at(statement.start()).bindings().forEach((name, bindings) -> {
            if (bindings.stream().anyMatch(b -> b.offset() <= statement.end())) {
                names.add(name);
            }
        });
        names.remove("self");
        names.remove("cls");
        return List.copyOf(names);
    }

    Optional<ValueFacts> valueOf(Expr expression) {
        String text = text(expression);
        return facts().flatMap(f -> Optional.ofNullable(f.evaluated().get(text)).or(() -> Optional.ofNullable(f.locals().get(text))));
    }

    Optional<ValueFacts> local(String name) {
        return facts().map(f -> f.locals().get(name));
    }

    private Optional<FrameFacts> facts() {
        String function = function().map(f -> f.name().id()).orElse("<module>");
        return request.facts().frames().reversed().stream()
                .filter(f -> f.file().equals(source().path()) && f.function().equals(function)).findFirst();
    }
}
