package dev.codeheals.engine.guard;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;

/// The tests inside a file that also holds the code they test.
final class TestRegions {
    private record Range(int start, int end) {
        boolean meets(Replacement r) {
            return r.start() < end && r.end() > start;
        }
    }

    private TestRegions() {}

    /// Whether an edit reaches into a test function, a test class, what the test runner calls or an example of a docstring, or into a file
    /// that defines nothing but tests.
    static boolean touched(Parsed parsed, FileEdit edit) {
        List<Range> ranges = ranges(parsed);
        List<Stmt> definitions = parsed.module().body().stream().filter(s -> s instanceof Stmt.FunctionDef || s instanceof Stmt.ClassDef).toList();
        return (!definitions.isEmpty() && definitions.stream().allMatch(TestRegions::tests)) || edit.replacements().stream().anyMatch(r -> ranges.stream().anyMatch(range -> range.meets(r)));
    }

    private static List<Range> ranges(Parsed parsed) {
        List<Range> ranges = new ArrayList<>();
        Tree.walk(parsed.module()).forEach(node -> {
            if (tests(node)) {
                ranges.add(new Range(Tree.outerStart(node), node.end()));
            } else if (node instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant c && c.value().contains(">>> ")) {
                ranges.add(new Range(e.start(), e.end()));
            }
        });
        return ranges;
    }

    private static boolean tests(Node node) {
        return (node instanceof Stmt.FunctionDef f && (testFunction(f) || f.name().id().startsWith("pytest_") || f.decorators().stream().anyMatch(TestRegions::fixture)))
                || (node instanceof Stmt.ClassDef c && testClass(c));
    }

    private static boolean fixture(Expr decorator) {
        Expr name = decorator instanceof Expr.Call c ? c.function() : decorator;
        return (name instanceof Expr.Attribute a && a.attr().endsWith("fixture")) || (name instanceof Expr.Name n && n.id().endsWith("fixture"));
    }

    private static boolean testFunction(Stmt.FunctionDef function) {
        return function.name().id().startsWith("test") && Tree.walk(function).anyMatch(TestRegions::checks);
    }

    private static boolean testClass(Stmt.ClassDef type) {
        return type.bases().stream().anyMatch(b -> (b instanceof Expr.Name n && n.id().endsWith("TestCase"))
                || (b instanceof Expr.Attribute a && a.attr().endsWith("TestCase")))
                || (type.name().id().startsWith("Test") && type.body().stream().anyMatch(s -> s instanceof Stmt.FunctionDef f && testFunction(f)));
    }

    /// Whether a node is something a test fails by.
    static boolean checks(Node node) {
        return node instanceof Stmt.Assert || (node instanceof Expr.Call c && c.function() instanceof Expr.Attribute a
                && (a.attr().startsWith("assert") || a.attr().equals("raises") || a.attr().equals("fail")));
    }
}
