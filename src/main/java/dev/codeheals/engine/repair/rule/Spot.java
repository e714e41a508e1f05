package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the nodes at the place of a fault.
final class Spot {
    private Spot() {}

    static List<Node> surroundings(Fault fault) {
        SourceFile source = fault.source();
        int from = source.lineStart(fault.line()) + source.indentOf(fault.line()).length();
        int to = source.lineEnd(fault.line());
        List<Node> path = new ArrayList<>();
        path.add(fault.parsed().module());
        descend(fault.parsed().module(), from, to, path);
        return path;
    }

    /// A line may hold several statements; the one that touches its end without starting behind it is the innermost.
    private static void descend(Node node, int from, int to, List<Node> path) {
        for (Node child : node.children()) {
            if (Tree.outerStart(child) <= to && child.end() >= from && !(child instanceof Expr)) {
                if (child instanceof Stmt) {
                    path.add(child);
                }
                descend(child, from, to, path);
                return;
            }
        }
    }

    static <T extends Node> Optional<T> innermost(Fault fault, Class<T> kind) {
        List<Node> path = fault.surroundings();
        int end = path.size();
        if (end > 1 && kind.isInstance(path.getLast()) && !isInBody(path.getLast(), fault)) {
            end--;
        }
        return path.subList(0, end).reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// The header of a function or class does not lie in it.
    private static boolean isInBody(Node definition, Fault fault) {
        List<Stmt> body = definition instanceof Stmt.FunctionDef f ? f.body() : definition instanceof Stmt.ClassDef c ? c.body() : List.of();
        return !body.isEmpty() && fault.source().lineOf(body.getFirst().start()) <= fault.line();
    }

    static <E extends Expr> List<E> expressions(Fault fault, Class<E> kind) {
        List<E> found = new ArrayList<>();
        int mark = mark(fault);
        int from = fault.source().lineStart(fault.line());
        int to = fault.source().lineEnd(fault.line());
        gather(fault.parsed().module(), false, fault.surroundings().getLast(), new Range(from, to), kind, found);
        found.sort(Comparator.comparingInt((E e) -> mark < 0 ? 0 : distance(e, mark))
                .thenComparingInt(e -> e.start() >= from && e.start() <= to ? 0 : 1));
        return found;
    }

    private record Range(int from, int to) {
        boolean touches(Node node) {
            return Tree.outerStart(node) <= to && node.end() >= from;
        }
    }

    /// Statements that touch the line give what stands on it; the innermost one gives all its lines.
    private static <E extends Expr> void gather(Node node, boolean whole, Node innermost, Range line, Class<E> kind, List<E> into) {
        for (Node child : node.children()) {
            boolean wanted = line.touches(child) || (whole && !(child instanceof Stmt));
            if (wanted && child instanceof Expr) {
                collect(child, kind, into);
            } else if (wanted) {
                gather(child, child.equals(innermost) || (whole && !(child instanceof Stmt)), innermost, line, kind, into);
            }
        }
    }

    private static <E extends Expr> void collect(Node node, Class<E> kind, List<E> into) {
        if (kind.isInstance(node)) {
            into.add(kind.cast(node));
        }
        for (Node child : node.children()) {
            collect(child, kind, into);
        }
    }

    private static int distance(Node node, int mark) {
        return node.start() == mark ? 0 : node.start() > mark || node.end() <= mark ? 2 : 1;
    }

    /// The offset the report marks, -1 if it marks none. Reports strip the line they print, so the column counts from its first char.
    static int mark(Fault fault) {
        Integer column = fault.column();
        if (column == null) {
            return -1;
        }
        SourceFile source = fault.source();
        String printed = fault.printedLine();
        boolean stripped = printed == null || source.line(fault.line()).strip().equals(printed);
        return source.lineStart(fault.line()) + (stripped ? source.indentOf(fault.line()).length() : 0) + column - 1;
    }
}
