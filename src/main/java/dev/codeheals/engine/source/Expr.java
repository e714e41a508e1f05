package dev.codeheals.engine.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expression.
public sealed interface Expr extends Node {

    record Name(int start, int end, String id) implements Expr {}

    enum ConstantKind { INT, FLOAT, COMPLEX, STRING, BYTES, TRUE, FALSE, NONE, ELLIPSIS }

    /// A literal. {@code value} is the decoded text of a string or bytes literal (adjacent literals joined), else the source text.
    record Constant(int start, int end, ConstantKind kind, String value) implements Expr {}

    /// An f-string; {@code parts} are string constants and {@link Formatted} values.
    record JoinedStr(int start, int end, List<Expr> parts) implements Expr {}

    record Formatted(int start, int end, Expr value, @Nullable String conversion, @Nullable JoinedStr format) implements Expr {}

    /// {@code nameStart} is the offset of the attribute's own name.
    record Attribute(int start, int end, Expr value, String attr, int nameStart) implements Expr {}

    record Subscript(int start, int end, Expr value, Expr index) implements Expr {}

    record Slice(int start, int end, @Nullable Expr lower, @Nullable Expr upper, @Nullable Expr step) implements Expr {}

    /// {@code openParen} is the offset of the opening parenthesis.
    record Call(int start, int end, Expr function, int openParen, List<Expr> args, List<Keyword> keywords) implements Expr {}

    /// {@code op} is the source operator: {@code + - * / // % ** @ << >> & | ^}.
    record BinOp(int start, int end, Expr left, String op, int opStart, Expr right) implements Expr {}

    /// {@code op}: {@code not - + ~}.
    record UnaryOp(int start, int end, String op, Expr operand) implements Expr {}

    /// {@code op}: {@code and} or {@code or}, over two or more values.
    record BoolOp(int start, int end, String op, List<Expr> values) implements Expr {}

    /// {@code ops}: {@code == != < <= > >= is, is not, in, not in}; {@code opStarts} are their offsets.
    record Compare(int start, int end, Expr left, List<String> ops, List<Integer> opStarts, List<Expr> comparators) implements Expr {}

    record IfExp(int start, int end, Expr test, Expr body, Expr orElse) implements Expr {}

    record Lambda(int start, int end, Arguments args, Expr body) implements Expr {}

    record ListExpr(int start, int end, List<Expr> elements) implements Expr {}

    /// A tuple; the range includes its parentheses where it has them.
    record TupleExpr(int start, int end, List<Expr> elements) implements Expr {}

    record SetExpr(int start, int end, List<Expr> elements) implements Expr {}

    /// A dict; a null key is {@code **value}.
    record DictExpr(int start, int end, List<@Nullable Expr> keys, List<Expr> values) implements Expr {}

    enum ComprehensionKind { LIST, SET, DICT, GENERATOR }

    /// {@code value} is null except for a dict comprehension.
    record Comp(int start, int end, ComprehensionKind kind, Expr element, @Nullable Expr value, List<Comprehension> generators) implements Expr {}

    record Starred(int start, int end, Expr value) implements Expr {}

    record Await(int start, int end, Expr value) implements Expr {}

    record Yield(int start, int end, @Nullable Expr value, boolean from) implements Expr {}

    record NamedExpr(int start, int end, Name target, Expr value) implements Expr {}

    /// A stretch that is no expression; kept so that the rest of the tree still stands.
    record Broken(int start, int end) implements Expr {}
}
