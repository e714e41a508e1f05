package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Grammar that Python 3 dropped: {@code except A, e}, {@code raise E, "text"}, backticks, {@code 10L}, {@code ur""}.
final class OldPython extends SyntaxRule {
    private static final Pattern EXCEPT = Pattern.compile("\\bexcept[ \\t]+([\\w.]+|\\([^)\\n]*\\))[ \\t]*,[ \\t]*([A-Za-z_]\\w*)[ \\t]*:");
    private static final Pattern EXCEPT_MANY = Pattern.compile("\\bexcept[ \\t]+([\\w.]+(?:[ \\t]*,[ \\t]*[\\w.]+)+)[ \\t]*(as[ \\t]+\\w+[ \\t]*)?:");
    private static final Pattern RAISE = Pattern.compile("\\braise[ \\t]+([\\w.]+)[ \\t]*,[ \\t]*([^\\n#]+)");
    private static final Pattern BACKTICKS = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LONG = Pattern.compile("\\b(\\d+)[lL]\\b");
    private static final Pattern PREFIX = Pattern.compile("\\b[uU][rR](?=['\"])");

    OldPython() {
        super("python-2-syntax", "SYN.EXCEPT_FORM", "SYN.INVALID_NUMBER");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        all(place, EXCEPT, 0.95, "Write as before the exception's name", m -> {
            boolean type = Character.isUpperCase(m.group(2).charAt(0));
            return type ? "except (" + m.group(1) + ", " + m.group(2) + "):" : "except " + m.group(1) + " as " + m.group(2) + ":";
        }, options);
        all(place, EXCEPT_MANY, 0.93, "Put the exception types in parentheses",
                m -> "except (" + m.group(1) + ")" + (m.group(2) == null ? "" : " " + m.group(2).strip()) + ":", options);
        all(place, RAISE, 0.95, "Call the exception with its text", m -> "raise " + m.group(1) + "(" + m.group(2).stripTrailing() + ")", options);
        all(place, BACKTICKS, 0.93, "Write repr() instead of backticks", m -> "repr(" + m.group(1) + ")", options);
        all(place, LONG, 0.95, "Leave out the L of the number", m -> m.group(1), options);
        all(place, PREFIX, 0.93, "Write r instead of ur", _ -> "r", options);
    }

    private static void all(SyntaxPlace place, Pattern pattern, double prior, String description, Function<MatchResult, String> text,
                            Consumer<SyntaxOption> options) {
        List<Replacement> replacements = new ArrayList<>();
        pattern.matcher(place.text()).results().forEach(m -> replacements.add(new Replacement(m.start(), m.end(), text.apply(m))));
        if (!replacements.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, prior, description, replacements));
        }
    }
}
