package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The blocks of statements and how they are indented.
public final class Blocks {
    private final Parsed parsed;

    private Blocks(Parsed parsed) {
        this.parsed = parsed;
    }

    public static Blocks of(Parsed parsed) {
        return new Blocks(parsed);
    }

    /// The lists of statements directly in a node, empty ones left out: the body, the else branch, each handler's body and so on.
    public static List<List<Stmt>> in(Node node) {
        List<List<Stmt>> blocks = switch (node) {
            case Node.Module m -> List.of(m.body());
            case Stmt.FunctionDef f -> List.of(f.body());
            case Stmt.ClassDef c -> List.of(c.body());
            case Stmt.For f -> List.of(f.body(), f.orElse());
            case Stmt.While w -> List.of(w.body(), w.orElse());
            case Stmt.If i -> List.of(i.body(), i.orElse());
            case Stmt.With w -> List.of(w.body());
            case Stmt.Try t -> tryBlocks(t);
            case Stmt.Match m -> m.cases().stream().map(Node.MatchCase::body).toList();
            case Node.Handler h -> List.of(h.body());
            case Node.MatchCase c -> List.of(c.body());
            case Node _ -> List.of();
        };
        return blocks.stream().filter(b -> !b.isEmpty()).toList();
    }

    private static List<List<Stmt>> tryBlocks(Stmt.Try t) {
        List<List<Stmt>> blocks = new ArrayList<>(List.of(t.body()));
        t.handlers().forEach(h -> blocks.add(h.body()));
        blocks.add(t.orElse());
        blocks.add(t.finalBody());
        return blocks;
    }

    /// The offset after the header of a compound statement: at its first body statement when that is on the same line, else at the colon's
    /// line end. The end of a simple statement.
    static int headerEnd(Stmt statement) {
        List<List<Stmt>> blocks = in(statement);
        if (blocks.isEmpty()) {
            return Math.max(statement.start(), statement.end() - 1);
        }
        return switch (statement) {
            case Stmt.FunctionDef f -> Math.max(f.args().end(), f.returns() == null ? f.name().end() : f.returns().end());
            case Stmt.ClassDef c -> c.children().stream().filter(n -> !(n instanceof Stmt)).mapToInt(Node::end).filter(e -> e > c.start()).max()
                    .orElse(c.name().end());
            case Stmt.For f -> f.iter().end();
            case Stmt.While w -> w.test().end();
            case Stmt.If i -> i.test().end();
            case Stmt.With w -> w.items().isEmpty() ? w.start() : w.items().getLast().end();
            case Stmt.Match m -> m.subject().end();
            case Stmt s -> s.start();
        };
    }

    /// The block a statement stands in; a list of it alone when it is not of this tree.
    public List<Stmt> around(Stmt statement) {
        return Tree.of(parsed).parentOf(statement).stream().flatMap(p -> in(p).stream())
                .filter(b -> b.contains(statement)).findFirst().orElse(List.of(statement));
    }

    /// The white space before a statement's line.
    public String indentOf(Stmt statement) {
        return parsed.source().indentOf(parsed.source().lineOf(Tree.outerStart(statement)));
    }

    /// The indentation a new statement in the block of this compound statement needs.
    public String bodyIndent(Stmt compound) {
        Optional<Stmt> first = in(compound).stream().flatMap(List::stream).findFirst();
        boolean own = first.isPresent() && parsed.source().lineOf(first.get().start()) > parsed.source().lineOf(headerEnd(compound))
                && !(first.get() instanceof Stmt.Broken b && b.start() == compound.start());
        return own ? indentOf(first.get()) : indentOf(compound) + indentUnit();
    }

    /// One level of indentation as this file has it: the first one met; four spaces in a flat file.
    public String indentUnit() {
        List<Token> tokens = parsed.tokens().all();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.INDENT) {
                return parsed.source().indentOf(parsed.source().lineOf(token.start()));
            }
        }
        return "    ";
    }

    /// The docstring of a module, class or function body.
    public static Optional<Expr.Constant> docstring(List<Stmt> body) {
        return !body.isEmpty() && body.getFirst() instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant c
                && c.kind() == Expr.ConstantKind.STRING ? Optional.of(c) : Optional.empty();
    }

    /// The first statement after the docstring.
    public static Optional<Stmt> firstStatement(List<Stmt> body) {
        return body.stream().skip(docstring(body).isPresent() ? 1 : 0).findFirst();
    }
}
