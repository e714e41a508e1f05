package dev.codeheals.engine.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Questions about a syntax tree.
public final class Tree {
    private final Parsed parsed;

    private Tree(Parsed parsed) {
        this.parsed = parsed;
    }

    public static Tree of(Parsed parsed) {
        return new Tree(parsed);
    }

    public Parsed parsed() {
        return parsed;
    }

    /// The node itself and all below it, each before its children, in the order of the source. Needs no stack, however deep the tree.
    public static Stream<Node> walk(Node root) {
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Node node = open.pop();
            found.add(node);
            node.children().reversed().forEach(open::push);
        }
        return found.stream();
    }

    public Stream<Node> walk() {
        return walk(parsed.module());
    }

    /// All nodes of a kind, in the order of the source.
    public <T extends Node> List<T> all(Class<T> kind) {
        return walk().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The nodes that hold the offset, from the root down to the innermost. An offset just after a node counts as in it when nothing else
    /// holds it.
    public static List<Node> pathTo(Node root, int offset) {
        List<Node> path = new ArrayList<>(List.of(root));
        while (true) {
            Optional<Node> inner = childAt(path.getLast(), offset);
            if (inner.isEmpty()) {
                return path;
            }
            path.add(inner.get());
        }
    }

    public List<Node> pathTo(int offset) {
        return pathTo(parsed.module(), offset);
    }

    /// The innermost node at the offset.
    public Node nodeAt(int offset) {
        return pathTo(offset).getLast();
    }

    private static Optional<Node> childAt(Node node, int offset) {
        List<Node> children = node.children();
        Optional<Node> inside = children.stream().filter(c -> outerStart(c) <= offset && offset < c.end()).findFirst();
        return inside.isPresent() ? inside : children.stream().filter(c -> c.end() == offset && outerStart(c) < offset).findFirst();
    }

    /// Where the node begins, its decorators included.
    public static int outerStart(Node node) {
        return switch (node) {
            case Stmt.FunctionDef f when !f.decorators().isEmpty() -> f.decorators().getFirst().start() - 1;
            case Stmt.ClassDef c when !c.decorators().isEmpty() -> c.decorators().getFirst().start() - 1;
            case Node n -> n.start();
        };
    }

    /// The innermost node of a kind that holds the offset.
    public <T extends Node> Optional<T> enclosing(Class<T> kind, int offset) {
        return pathTo(offset).reversed().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /// The node directly above; empty for the module.
    public Optional<Node> parentOf(Node node) {
        List<Node> path = pathTo(node.start());
        int at = path.indexOf(node);
        if (at < 0) {
            return walk().filter(n -> n.children().contains(node)).findFirst();
        }
        return at == 0 ? Optional.empty() : Optional.of(path.get(at - 1));
    }

    /// The source text of a node.
    public String text(Node node) {
        return parsed.source().text().substring(node.start(), node.end());
    }

    /// The statement a traceback means by this line: the one that begins on it, else the innermost that runs over it.
    public Optional<Stmt> statementAtLine(int line) {
        List<Stmt> all = statementsAtLine(line);
        Optional<Stmt> begins = all.stream().filter(s -> parsed.source().lineOf(s.start()) == line).findFirst();
        return begins.isPresent() ? begins : all.stream().reduce((_, last) -> last);
    }

    /// The statements that have code of their own on the line: simple ones that run over it, compound ones whose header does. For the line
    /// of an {@code else}, {@code except} or the like it is the statement that clause belongs to.
    public List<Stmt> statementsAtLine(int line) {
        List<Stmt> found = new ArrayList<>();
        List<Stmt> around = new ArrayList<>();
        atLine(parsed.module(), line, found, around);
        return found.isEmpty() && !around.isEmpty() && isCode(line) ? List.of(around.getLast()) : found;
    }

    private boolean isCode(int line) {
        String text = parsed.source().line(line).strip();
        return !text.isEmpty() && text.charAt(0) != '#';
    }

    private void atLine(Node node, int line, List<Stmt> found, List<Stmt> around) {
        for (Node child : node.children()) {
            if (child instanceof Expr || !covers(child, line)) {
                continue;
            }
            if (child instanceof Stmt statement) {
                around.add(statement);
                if (line <= parsed.source().lineOf(Blocks.headerEnd(statement))) {
                    found.add(statement);
                }
            }
            atLine(child, line, found, around);
        }
    }

    private boolean covers(Node node, int line) {
        return parsed.source().lineOf(outerStart(node)) <= line && line <= parsed.source().lineOf(Math.max(node.start(), node.end() - 1));
    }

    /// The expressions that lie on the line, at least in part, outer ones first.
    public List<Expr> expressionsOnLine(int line) {
        List<Expr> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(parsed.module());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof Expr expr) {
                found.add(expr);
            }
            node.children().reversed().stream().filter(c -> covers(c, line)).forEach(open::push);
        }
        return found;
    }
}
