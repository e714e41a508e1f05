package dev.codeheals.engine.verify;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import dev.codeheals.engine.verify.Weakening.Change;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Exceptions that are caught only to be forgotten, and checks that are taken away.
final class Silence {
    private static final Set<String> BROAD = Set.of("Exception", "BaseException");
    private static final Set<String> TALK = Set.of("print", "debug", "info", "warning", "warn", "error", "exception", "critical", "log", "write", "print_exc");

    private Silence() {}

    static Optional<String> objection(Change change) {
        if (silentHandlers(change.after()) > silentHandlers(change.before())) {
            return Optional.of("It only silences the exception in " + change.file() + ".");
        }
        if (suppressions(change.after()) > suppressions(change.before())) {
            return Optional.of("It only suppresses the exception in " + change.file() + ".");
        }
        if (finalReturns(change.after()) > finalReturns(change.before())) {
            return Optional.of("It returns from a finally block in " + change.file() + ", which drops the exception.");
        }
        return removedCheck(change);
    }

    /// A raise or assert that failed and is gone without anything in its place.
    private static Optional<String> removedCheck(Change change) {
        Integer line = change.target().line();
        if (line == null || !change.file().equals(change.target().file())) {
            return Optional.empty();
        }
        boolean check = Tree.of(change.before()).statementAtLine(line).filter(s -> s instanceof Stmt.Raise || s instanceof Stmt.Assert).isPresent();
        boolean fewer = count(change.after(), Stmt.Raise.class) + count(change.after(), Stmt.Assert.class)
                < count(change.before(), Stmt.Raise.class) + count(change.before(), Stmt.Assert.class);
        return check && fewer && statements(change.after()) < statements(change.before())
                ? Optional.of("It takes away the check that failed in " + change.file() + ".") : Optional.empty();
    }

    private static long count(Parsed parsed, Class<? extends Node> kind) {
        return Tree.of(parsed).all(kind).size();
    }

    private static long statements(Parsed parsed) {
        return Tree.of(parsed).all(Stmt.class).stream().filter(s -> !(s instanceof Stmt.Pass)).count();
    }

    private static long silentHandlers(Parsed parsed) {
        return Tree.of(parsed).all(Node.Handler.class).stream().filter(Silence::isSilent).count();
    }

    private static boolean isSilent(Node.Handler handler) {
        boolean broad = isBroad(handler.type());
        List<Stmt> body = handler.body().stream().filter(statement -> !(statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom)).toList();
        return !body.isEmpty() && body.stream().allMatch(statement -> saysNothing(statement) || (broad && givesConstant(statement)));
    }

    private static boolean isBroad(@Nullable Expr type) {
        return switch (type) {
            case null -> true;
            case Expr.Name name -> BROAD.contains(name.id());
            case Expr.TupleExpr tuple -> tuple.elements().stream().anyMatch(Silence::isBroad);
            case Expr _ -> false;
        };
    }

    private static boolean saysNothing(Stmt statement) {
        return switch (statement) {
            case Stmt.Pass _, Stmt.Continue _, Stmt.Break _ -> true;
            case Stmt.Return r -> r.value() == null || isConstant(r.value(), Set.of(Expr.ConstantKind.NONE));
            case Stmt.ExprStmt e -> e.value() instanceof Expr.Constant || isTalk(e.value());
            case Stmt _ -> false;
        };
    }

    private static boolean givesConstant(Stmt statement) {
        return switch (statement) {
            case Stmt.Return r -> isPlain(r.value());
            case Stmt.Assign a -> isPlain(a.value());
            case Stmt _ -> false;
        };
    }

    private static boolean isPlain(@Nullable Expr value) {
        return switch (value) {
            case null -> true;
            case Expr.Constant _ -> true;
            case Expr.ListExpr list -> list.elements().stream().allMatch(Silence::isPlain);
            case Expr.TupleExpr tuple -> tuple.elements().stream().allMatch(Silence::isPlain);
            case Expr.DictExpr dict -> dict.values().isEmpty();
            case Expr.UnaryOp unary -> isPlain(unary.operand());
            case Expr _ -> false;
        };
    }

    private static boolean isConstant(Expr value, Set<Expr.ConstantKind> kinds) {
        return value instanceof Expr.Constant constant && kinds.contains(constant.kind());
    }

    private static boolean isTalk(Expr value) {
        return value instanceof Expr.Call call && Names.lastName(call.function()).filter(TALK::contains).isPresent();
    }

    private static long suppressions(Parsed parsed) {
        return Tree.of(parsed).all(Expr.Call.class).stream().filter(call -> Names.lastName(call.function()).filter("suppress"::equals).isPresent()).count();
    }

    private static long finalReturns(Parsed parsed) {
        return Tree.of(parsed).all(Stmt.Try.class).stream().map(Stmt.Try::finalBody).flatMap(List::stream).flatMap(Silence::within)
                .filter(Stmt.Return.class::isInstance).count();
    }

    private static Stream<Node> within(Stmt statement) {
        return Tree.walk(statement);
    }
}
