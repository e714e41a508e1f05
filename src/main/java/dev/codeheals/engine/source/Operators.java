package dev.codeheals.engine.source;

/// The operators and delimiters of Python.
final class Operators {
    private Operators() {}

    /// The length of the operator at the offset; 0 where there is none. {@code <>} counts as one, because old code holds it.
    static int length(String text, int at, int limit) {
        char c = text.charAt(at);
        char second = at + 1 < limit ? text.charAt(at + 1) : '\0';
        char third = at + 2 < limit ? text.charAt(at + 2) : '\0';
        return switch (c) {
            case '(', ')', '[', ']', '{', '}', ',', ';', '~' -> 1;
            case '.' -> second == '.' && third == '.' ? 3 : 1;
            case ':', '=', '%', '&', '|', '^', '@', '+' -> second == '=' ? 2 : 1;
            case '-' -> second == '=' || second == '>' ? 2 : 1;
            case '*', '/', '>' -> doubling(c, second, third);
            case '<' -> second == '>' ? 2 : doubling(c, second, third);
            case '!' -> second == '=' ? 2 : 0;
            default -> 0;
        };
    }

    private static int doubling(char c, char second, char third) {
        if (second == c) {
            return third == '=' ? 3 : 2;
        }
        return second == '=' ? 2 : 1;
    }

    /// How tightly a binary operator binds, from 1 for {@code |}; 0 for anything else.
    static int precedence(String op) {
        return switch (op) {
            case "|" -> 1;
            case "^" -> 2;
            case "&" -> 3;
            case "<<", ">>" -> 4;
            case "+", "-" -> 5;
            case "*", "/", "//", "%", "@" -> 6;
            default -> 0;
        };
    }

    static boolean isAugmented(String op) {
        return op.length() >= 2 && op.charAt(op.length() - 1) == '=' && switch (op) {
            case "==", "!=", "<=", ">=", ":=" -> false;
            default -> true;
        };
    }
}
