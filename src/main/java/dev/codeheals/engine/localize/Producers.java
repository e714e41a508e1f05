package dev.codeheals.engine.localize;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where the values used on a line came from: the bindings of its names, the assignments of its attributes, and what the functions
/// called there return.
final class Producers {
    private static final double BOUND = 0.8;
    private static final double RETURNED = 0.75;
    private static final double ATTRIBUTE = 0.6;

    private final Parsed source;
    private final Function<String, Optional<Parsed>> others;
    private final List<String> files;

    /// @param others parses any file of the project
    /// @param files  the project's files
    Producers(Parsed source, Function<String, Optional<Parsed>> others, List<String> files) {
        this.source = source;
        this.others = others;
        this.files = files;
    }

    List<SuspiciousLocation> of(int line) {
        List<SuspiciousLocation> found = new ArrayList<>();
        Scopes scopes = Scopes.of(source);
        for (Expr expression : Tree.of(source).expressionsOnLine(line)) {
            switch (expression) {
                case Expr.Name name -> bindings(scopes, name, line, found);
                case Expr.Attribute attribute -> attributes(attribute.attr(), line, found);
                case Expr.Call call -> returns(call, found);
                case Expr _ -> { }
            }
        }
        return found;
    }

    private void bindings(Scopes scopes, Expr.Name name, int line, List<SuspiciousLocation> found) {
        Optional<Scope> home = scopes.resolve(name.id(), name.start());
        for (Scope.Binding binding : home.map(scope -> scope.bindings(name.id())).orElse(List.of())) {
            int at = source.source().lineOf(binding.offset());
            if (binding.how() == Scope.How.PARAMETER || !binding.gives() || at == line) {
                continue;
            }
            found.add(new SuspiciousLocation(source.source().path(), at, BOUND, "gives " + name.id() + " its value"));
            Tree.of(source).statementAtLine(at).filter(s -> s instanceof Stmt.Assign).stream().flatMap(Tree::walk)
                    .filter(Expr.Call.class::isInstance).map(Expr.Call.class::cast).forEach(call -> returns(call, found));
        }
    }

    private void attributes(String attribute, int line, List<SuspiciousLocation> found) {
        for (Stmt.Assign assign : Tree.of(source).all(Stmt.Assign.class)) {
            int at = source.source().lineOf(assign.start());
            if (at != line && assign.targets().stream().anyMatch(t -> t instanceof Expr.Attribute a && a.attr().equals(attribute))) {
                found.add(new SuspiciousLocation(source.source().path(), at, ATTRIBUTE, "sets " + attribute));
            }
        }
    }

    private void returns(Expr.Call call, List<SuspiciousLocation> found) {
        String name = switch (call.function()) {
            case Expr.Name plain -> plain.id();
            case Expr.Attribute attribute -> attribute.attr();
            case Expr _ -> "";
        };
        if (name.isEmpty()) {
            return;
        }
        List<Defined> defined = defined(name);
        if (defined.size() == 1) {
            Defined only = defined.getFirst();
            Stream<Node> returning = Tree.walk(only.function()).filter(Stmt.Return.class::isInstance);
            Stream.concat(returning, Stream.of(only.function().body().getLast()))
                    .map(node -> only.in().source().lineOf(node.start())).distinct()
                    .forEach(at -> found.add(new SuspiciousLocation(only.in().source().path(), at, RETURNED, "result of " + name + "()")));
        }
    }

    private record Defined(Parsed in, Stmt.FunctionDef function) {}

    private List<Defined> defined(String name) {
        List<Defined> own = definedIn(source, name);
        return !own.isEmpty() ? own : files.stream().limit(200).flatMap(file -> others.apply(file).stream())
                .filter(parsed -> parsed.source().text().contains("def " + name)).flatMap(parsed -> definedIn(parsed, name).stream()).limit(2).toList();
    }

    private static List<Defined> definedIn(Parsed parsed, String name) {
        return Tree.of(parsed).all(Stmt.FunctionDef.class).stream().filter(f -> f.name().id().equals(name) && !f.body().isEmpty())
                .map(f -> new Defined(parsed, f)).toList();
    }
}
