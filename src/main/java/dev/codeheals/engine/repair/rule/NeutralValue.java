package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.Optional;

/// The empty or zero value of the type an expression seems to have.
final class NeutralValue {
    private NeutralValue() {}

    static Optional<String> of(Fault fault, Expr value) {
        return ofFacts(fault, value).or(() -> ofSyntax(fault, value));
    }

    private static Optional<String> ofFacts(Fault fault, Expr value) {
        return fault.valueOf(value).map(ValueFacts::type).flatMap(type -> ofType(fault, type));
    }

    /// @param type as {@code type(value).__name__} tells it
    static Optional<String> ofType(Fault fault, String type) {
        return switch (type) {
            case "str" -> Optional.of(Quotes.of(fault).repeat(2));
            case "list" -> Optional.of("[]");
            case "int", "bool" -> Optional.of("0");
            case "float" -> Optional.of("0.0");
            case "dict" -> Optional.of("{}");
            case "set" -> Optional.of("set()");
            case "tuple" -> Optional.of("()");
            default -> Optional.empty();
        };
    }

    private static Optional<String> ofSyntax(Fault fault, Expr value) {
        return switch (value) {
            case Expr.Constant c -> switch (c.kind()) {
                case INT -> Optional.of("0");
                case FLOAT -> Optional.of("0.0");
                case STRING -> Optional.of(Quotes.of(fault).repeat(2));
                case BYTES -> Optional.of("b" + Quotes.of(fault).repeat(2));
                case COMPLEX, TRUE, FALSE, NONE, ELLIPSIS -> Optional.empty();
            };
            case Expr.JoinedStr _ -> Optional.of(Quotes.of(fault).repeat(2));
            case Expr.ListExpr _ -> Optional.of("[]");
            case Expr.DictExpr _ -> Optional.of("{}");
            case Expr.SetExpr _ -> Optional.of("set()");
            case Expr.TupleExpr _ -> Optional.of("()");
            case Expr.Comp c -> switch (c.kind()) {
                case LIST -> Optional.of("[]");
                case DICT -> Optional.of("{}");
                case SET -> Optional.of("set()");
                case GENERATOR -> Optional.empty();
            };
            case Expr.BinOp b -> ofSyntax(fault, b.left()).or(() -> ofSyntax(fault, b.right()));
            case Expr.Call c when c.function() instanceof Expr.Name n -> switch (n.id()) {
                case "str", "input", "repr", "chr", "format" -> Optional.of(Quotes.of(fault).repeat(2));
                case "len", "int", "sum", "abs", "ord", "round", "max", "min" -> Optional.of("0");
                case "float" -> Optional.of("0.0");
                case "list", "sorted" -> Optional.of("[]");
                case "dict" -> Optional.of("{}");
                case "set" -> Optional.of("set()");
                default -> Optional.empty();
            };
            case Expr.Call c when c.function() instanceof Expr.Attribute a && isTextMethod(a.attr()) -> Optional.of(Quotes.of(fault).repeat(2));
            case Node _ -> Optional.empty();
        };
    }

    private static boolean isTextMethod(String name) {
        return switch (name) {
            case "strip", "upper", "lower", "title", "join", "replace", "format", "lstrip", "rstrip", "capitalize", "zfill", "ljust", "rjust" -> true;
            default -> false;
        };
    }
}
