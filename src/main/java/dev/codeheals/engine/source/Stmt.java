package dev.codeheals.engine.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement. A compound statement ends where its last body statement ends.
public sealed interface Stmt extends Node {

    /// A name and where it stands.
    record Identifier(int start, int end, String id) {}

    record FunctionDef(int start, int end, Identifier name, Arguments args, List<Stmt> body, List<Expr> decorators,
                       @Nullable Expr returns, boolean async) implements Stmt {}

    record ClassDef(int start, int end, Identifier name, List<Expr> bases, List<Keyword> keywords, List<Stmt> body,
                    List<Expr> decorators) implements Stmt {}

    record Return(int start, int end, @Nullable Expr value) implements Stmt {}

    record Delete(int start, int end, List<Expr> targets) implements Stmt {}

    record Assign(int start, int end, List<Expr> targets, Expr value) implements Stmt {}

    /// {@code op} includes the equals sign: {@code +=}.
    record AugAssign(int start, int end, Expr target, String op, int opStart, Expr value) implements Stmt {}

    record AnnAssign(int start, int end, Expr target, Expr annotation, @Nullable Expr value) implements Stmt {}

    record For(int start, int end, Expr target, Expr iter, List<Stmt> body, List<Stmt> orElse, boolean async) implements Stmt {}

    record While(int start, int end, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

    /// An {@code elif} is a nested If alone in {@code orElse} whose source starts with {@code elif}.
    record If(int start, int end, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

    record With(int start, int end, List<WithItem> items, List<Stmt> body, boolean async) implements Stmt {}

    record Raise(int start, int end, @Nullable Expr exception, @Nullable Expr cause) implements Stmt {}

    record Try(int start, int end, List<Stmt> body, List<Handler> handlers, List<Stmt> orElse, List<Stmt> finalBody) implements Stmt {}

    record Assert(int start, int end, Expr test, @Nullable Expr message) implements Stmt {}

    record Import(int start, int end, List<Alias> names) implements Stmt {}

    /// {@code level} counts leading dots; {@code module} is empty for {@code from . import x}.
    record ImportFrom(int start, int end, String module, int level, List<Alias> names) implements Stmt {}

    record Global(int start, int end, List<String> names) implements Stmt {}

    record Nonlocal(int start, int end, List<String> names) implements Stmt {}

    record ExprStmt(int start, int end, Expr value) implements Stmt {}

    record Pass(int start, int end) implements Stmt {}

    record Break(int start, int end) implements Stmt {}

    record Continue(int start, int end) implements Stmt {}

    record Match(int start, int end, Expr subject, List<MatchCase> cases) implements Stmt {}

    record TypeAlias(int start, int end, Identifier name, Expr value) implements Stmt {}

    /// A logical line that could not be parsed; {@code message} says why, {@code at} where.
    record Broken(int start, int end, String message, int at) implements Stmt {}
}
