package dev.codeheals.engine.classify;

/// Finds text that every match of a pattern must contain, so that most messages are ruled out without running the pattern.
final class PatternLiteral {
    private static final String SPECIAL = ".[](){}|?*+^$\\";

    private PatternLiteral() {}

    /// The longest certain piece of text; empty if the pattern has alternatives at its top level or no plain text.
    static String longest(String pattern) {
        StringBuilder run = new StringBuilder();
        String best = "";
        int depth = 0;
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            boolean escaped = c == '\\' && at + 1 < pattern.length() && !Character.isLetterOrDigit(pattern.charAt(at + 1));
            char literal = escaped ? pattern.charAt(at + 1) : c;
            int next = at + (escaped ? 2 : 1);
            boolean plain = depth == 0 && (escaped || SPECIAL.indexOf(c) < 0);
            boolean optional = next < pattern.length() && "?*{".indexOf(pattern.charAt(next)) >= 0;
            if (plain && !optional) {
                run.append(literal);
            } else {
                best = run.length() > best.length() ? run.toString() : best;
                run.setLength(0);
            }
            if (!escaped) {
                if (c == '|' && depth == 0) {
                    return "";
                }
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                next = c == '[' ? classEnd(pattern, at) : c == '\\' ? at + 2 : c == '{' && depth == 0 ? countEnd(pattern, at) : next;
            }
            at = next;
        }
        return run.length() > best.length() ? run.toString() : best;
    }

    private static int classEnd(String pattern, int open) {
        int at = open + 1;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        at++;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, pattern.length());
    }

    private static int countEnd(String pattern, int open) {
        int close = pattern.indexOf('}', open);
        return close < 0 ? pattern.length() : close + 1;
    }
}
