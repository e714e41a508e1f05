package dev.codeheals.engine.source;

/// What may stand on the left of an assignment.
final class Targets {
    private Targets() {}

    /// @throws Unparsed where the expression, or a part of it, cannot be assigned to
    static void require(Expr target) {
        switch (target) {
            case Expr.Name _, Expr.Attribute _, Expr.Subscript _ -> { }
            case Expr.Starred starred -> require(starred.value());
            case Expr.TupleExpr tuple -> tuple.elements().forEach(Targets::require);
            case Expr.ListExpr list -> list.elements().forEach(Targets::require);
            default -> throw new Unparsed("cannot assign to " + describe(target), target.start());
        }
    }

    static boolean isSingle(Expr target) {
        return target instanceof Expr.Name || target instanceof Expr.Attribute || target instanceof Expr.Subscript;
    }

    static String describe(Expr target) {
        return switch (target) {
            case Expr.Call _ -> "function call";
            case Expr.Constant constant -> switch (constant.kind()) {
                case TRUE, FALSE, NONE -> constant.value();
                case ELLIPSIS -> "ellipsis";
                case INT, FLOAT, COMPLEX, STRING, BYTES -> "literal";
            };
            case Expr.BinOp _, Expr.UnaryOp _, Expr.BoolOp _ -> "expression";
            case Expr.Compare _ -> "comparison";
            case Expr.Lambda _ -> "lambda";
            case Expr.IfExp _ -> "conditional expression";
            case Expr.JoinedStr _ -> "f-string expression";
            case Expr.NamedExpr _ -> "named expression";
            case Expr.Await _ -> "await expression";
            case Expr.Yield _ -> "yield expression";
            case Expr.Comp comp -> switch (comp.kind()) {
                case LIST -> "list comprehension";
                case SET -> "set comprehension";
                case DICT -> "dict comprehension";
                case GENERATOR -> "generator expression";
            };
            case Expr.DictExpr _ -> "dict literal";
            case Expr.SetExpr _ -> "set display";
            case Expr.TupleExpr _ -> "tuple";
            case Expr.ListExpr _ -> "list";
            default -> "expression";
        };
    }
}
