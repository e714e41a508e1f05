package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import java.util.Optional;
import java.util.Set;

/// What type an expression has, by what was seen of it, else by its syntax.
final class Values {
    private static final Set<String> TEXT_CALLS = Set.of("str", "input", "repr", "format", "chr", "hex", "bin", "oct", "ascii");
    private static final Set<String> NUMBER_CALLS = Set.of("len", "int", "sum", "ord", "abs", "round", "hash", "id", "count", "index", "find");

    private Values() {}

    /// The type's name: "str", "int", "list" …
    static Optional<String> type(Fault fault, Expr expression) {
        return fault.valueOf(expression).map(ValueFacts::type).or(() -> bySyntax(expression));
    }

    static boolean isText(Fault fault, Expr expression) {
        return type(fault, expression).filter("str"::equals).isPresent();
    }

    static boolean isNumber(Fault fault, Expr expression) {
        return type(fault, expression).filter(Values::numeric).isPresent();
    }

    static boolean numeric(String type) {
        return type.equals("int") || type.equals("float") || type.equals("bool") || type.equals("complex") || type.equals("Decimal");
    }

    private static Optional<String> bySyntax(Expr expression) {
        return switch (expression) {
            case Expr.Constant c -> switch (c.kind()) {
                case INT -> Optional.of("int");
                case FLOAT -> Optional.of("float");
                case STRING -> Optional.of("str");
                case BYTES -> Optional.of("bytes");
                case TRUE, FALSE -> Optional.of("bool");
                case NONE -> Optional.of("NoneType");
                case COMPLEX, ELLIPSIS -> Optional.empty();
            };
            case Expr.JoinedStr _ -> Optional.of("str");
            case Expr.ListExpr _ -> Optional.of("list");
            case Expr.DictExpr _ -> Optional.of("dict");
            case Expr.SetExpr _ -> Optional.of("set");
            case Expr.TupleExpr _ -> Optional.of("tuple");
            case Expr.Comp comp -> switch (comp.kind()) {
                case LIST -> Optional.of("list");
                case SET -> Optional.of("set");
                case DICT -> Optional.of("dict");
                case GENERATOR -> Optional.of("generator");
            };
            case Expr.BinOp op when op.op().equals("%") && bySyntax(op.left()).filter("str"::equals).isPresent() -> Optional.of("str");
            case Expr.BinOp op when op.op().equals("+") -> bySyntax(op.left()).or(() -> bySyntax(op.right()));
            case Expr.Call call -> byCall(call);
            case Expr _ -> Optional.empty();
        };
    }

    private static Optional<String> byCall(Expr.Call call) {
        String name = switch (call.function()) {
            case Expr.Name n -> n.id();
            case Expr.Attribute a -> a.attr();
            case Expr _ -> "";
        };
        if (TEXT_CALLS.contains(name) || name.equals("join") || name.equals("upper") || name.equals("lower") || name.equals("strip")) {
            return Optional.of("str");
        }
        return NUMBER_CALLS.contains(name) ? Optional.of("int") : name.equals("float") ? Optional.of("float")
                : name.equals("list") || name.equals("sorted") || name.equals("split") ? Optional.of("list") : Optional.empty();
    }

    /// Text that can be an argument or operand as it stands.
    static String operand(Fault fault, Expr expression) {
        boolean compound = expression instanceof Expr.BinOp || expression instanceof Expr.BoolOp || expression instanceof Expr.Compare
                || expression instanceof Expr.IfExp || expression instanceof Expr.Lambda || expression instanceof Expr.UnaryOp;
        return compound ? "(" + fault.text(expression) + ")" : fault.text(expression);
    }
}
