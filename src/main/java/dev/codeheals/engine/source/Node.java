package dev.codeheals.engine.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of the syntax tree; names and fields follow CPython's {@code ast} module.
///
/// Positions are half-open char ranges into the source text. Parentheses round an expression are not part of its range.
public sealed interface Node permits Expr, Stmt, Node.Module, Node.Comprehension, Node.Handler, Node.Arguments, Node.Parameter,
        Node.Keyword, Node.Alias, Node.WithItem, Node.MatchCase {

    int start();

    int end();

    /// The direct children in source order.
    default List<Node> children() {
        return Children.of(this);
    }

    record Module(int start, int end, List<Stmt> body) implements Node {}

    /// One {@code for … in … if …} of a comprehension.
    record Comprehension(int start, int end, Expr target, Expr iter, List<Expr> ifs, boolean async) implements Node {}

    /// {@code except type as name: body}; {@code name} and its position are null where absent.
    record Handler(int start, int end, @Nullable Expr type, Stmt.@Nullable Identifier name,
                   List<Stmt> body) implements Node {}

    /// All parameters of a function in source order; the kind tells which marks stand before.
    record Arguments(int start, int end, List<Parameter> parameters) implements Node {}

    enum ParameterKind { POSITIONAL_ONLY, POSITIONAL, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD }

    record Parameter(int start, int end, String name, ParameterKind kind, @Nullable Expr annotation,
                     @Nullable Expr defaultValue) implements Node {}

    /// A keyword argument of a call; {@code name} is null for {@code **value}. The range begins at the name.
    record Keyword(int start, int end, @Nullable String name, Expr value) implements Node {}

    /// {@code a.b as c} in an import.
    record Alias(int start, int end, String name, @Nullable String asName) implements Node {
        /// The name this import binds: the alias, else the first part of a dotted name.
        public String bound(boolean fromImport) {
            if (asName != null) {
                return asName;
            }
            int dot = name.indexOf('.');
            return fromImport || dot < 0 ? name : name.substring(0, dot);
        }
    }

    record WithItem(int start, int end, Expr context, @Nullable Expr target) implements Node {}

    /// {@code case pattern if guard: body}; the pattern is kept as an expression where it reads as one.
    record MatchCase(int start, int end, Expr pattern, @Nullable Expr guard, List<Stmt> body) implements Node {}
}
