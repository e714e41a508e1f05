package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Habits of other languages: {@code else if}, {@code &&}, {@code ||}, {@code !x}, {@code i++}, {@code a ? b : c}, {@code =>}, braces and {@code function}.
final class ForeignSyntax extends SyntaxRule {
    private static final Map<String, String> SIGNS = Map.of("&&", "and", "||", "or", "=>", ">=", "=<", "<=", "=!", "!=", "<>", "!=", "===", "==",
            "!==", "!=");
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("elseif", "elif"), Map.entry("elsif", "elif"), Map.entry("elf", "elif"),
            Map.entry("function", "def"), Map.entry("func", "def"), Map.entry("fn", "def"), Map.entry("catch", "except"), Map.entry("foreach", "for"),
            Map.entry("switch", "match"), Map.entry("throw", "raise"), Map.entry("using", "with"), Map.entry("unless", "if not"),
            Map.entry("until", "while not"), Map.entry("null", "None"), Map.entry("new", ""), Map.entry("var", ""), Map.entry("let", ""),
            Map.entry("const", ""), Map.entry("require", "import"), Map.entry("include", "import"));
    private static final Pattern COUNT = Pattern.compile("([A-Za-z_][\\w.\\[\\]]*)[ \\t]*(\\+\\+|--)");
    private static final Pattern COUNT_FIRST = Pattern.compile("(?m)^([ \\t]*)(\\+\\+|--)([A-Za-z_][\\w.\\[\\]]*)");
    private static final Pattern RETURN = Pattern.compile("\\s*(?:return|print)\\s+");
    private static final Pattern ELSE_IF = Pattern.compile("\\belse[ \\t]+if\\b");

    ForeignSyntax() {
        super("foreign-syntax", "SYN.MISSING_COLON");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            String content = place.source().line(line);
            int start = place.source().lineStart(line);
            Matcher elseIf = ELSE_IF.matcher(content);
            if (elseIf.find()) {
                options.accept(SyntaxOption.sure(0.97, "Write elif", new Replacement(start + elseIf.start(), start + elseIf.end(), "elif")));
            }
            signs(content, start, options);
            counts(content, start, options);
            choice(content, start, options);
            words(place.tokens(line), options);
            int bang = content.indexOf('!');
            if (bang >= 0 && bang + 1 < content.length() && content.charAt(bang + 1) != '=') {
                options.accept(SyntaxOption.sure(0.96, "Write not", new Replacement(start + bang, start + bang + 1, "not ")));
            }
        }
    }

    /// All signs of the line at once, since one alone would leave the line broken.
    private static void signs(String content, int start, Consumer<SyntaxOption> options) {
        SIGNS.forEach((sign, python) -> {
            int at = content.indexOf(sign);
            if (at < 0) {
                return;
            }
            List<Replacement> all = new ArrayList<>();
            for (; at >= 0; at = content.indexOf(sign, at + sign.length())) {
                boolean word = Character.isLetter(python.charAt(0));
                String left = word && at > 0 && content.charAt(at - 1) != ' ' ? " " : "";
                String right = word && at + sign.length() < content.length() && content.charAt(at + sign.length()) != ' ' ? " " : "";
                all.add(new Replacement(start + at, start + at + sign.length(), left + python + right));
            }
            options.accept(new SyntaxOption(Tier.A, 0.97, "Write " + python + " instead of " + sign, all));
        });
        if (content.contains("&&") && content.contains("||")) {
            List<Replacement> all = new ArrayList<>();
            for (int i = 0; i + 1 < content.length(); i++) {
                String two = content.substring(i, i + 2);
                if (two.equals("&&") || two.equals("||")) {
                    all.add(new Replacement(start + i, start + i + 2, SIGNS.getOrDefault(two, two)));
                }
            }
            options.accept(new SyntaxOption(Tier.A, 0.95, "Write and, or", all));
        }
    }

    private static void counts(String content, int start, Consumer<SyntaxOption> options) {
        Matcher after = COUNT.matcher(content);
        if (after.find()) {
            options.accept(SyntaxOption.sure(0.95, "Count with " + after.group(2).charAt(0) + "= 1", new Replacement(start + after.start(), start + after.end(),
                    after.group(1) + " " + after.group(2).charAt(0) + "= 1")));
        }
        Matcher before = COUNT_FIRST.matcher(content);
        if (before.find()) {
            options.accept(SyntaxOption.sure(0.93, "Count with " + before.group(2).charAt(0) + "= 1", new Replacement(start + before.start(2),
                    start + before.end(), before.group(3) + " " + before.group(2).charAt(0) + "= 1")));
        }
    }

    /// {@code test ? a : b} and {@code a ?? b}.
    private static void choice(String content, int start, Consumer<SyntaxOption> options) {
        int mark = content.indexOf('?');
        if (mark <= 0) {
            return;
        }
        int from = testStart(content, mark);
        String test = content.substring(from, mark).strip();
        if (content.startsWith("??", mark)) {
            int end = valueEnd(content, mark + 2, false);
            options.accept(SyntaxOption.sure(0.95, "Write the choice with if and else", new Replacement(start + from, start + end,
                    test + " if " + test + " is not None else " + content.substring(mark + 2, end).strip())));
            return;
        }
        int colon = valueEnd(content, mark + 1, true);
        if (colon < content.length() && content.charAt(colon) == ':') {
            int end = valueEnd(content, colon + 1, false);
            options.accept(SyntaxOption.sure(0.96, "Write the choice with if and else", new Replacement(start + from, start + end,
                    content.substring(mark + 1, colon).strip() + " if " + test + " else " + content.substring(colon + 1, end).strip())));
        }
    }

    /// Behind the nearest open bracket, comma, assignment or {@code return} before the mark.
    private static int testStart(String content, int mark) {
        int depth = 0;
        int from = mark - 1;
        for (; from >= 0; from--) {
            char c = content.charAt(from);
            boolean part = (from > 0 && "=<>!".indexOf(content.charAt(from - 1)) >= 0) || content.charAt(from + 1) == '=';
            depth += ")]}".indexOf(c) >= 0 ? 1 : "([{".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || (depth == 0 && (c == ',' || c == ':' || (c == '=' && !part)))) {
                break;
            }
        }
        int start = from + 1;
        Matcher word = RETURN.matcher(content).region(start, mark);
        start = word.lookingAt() ? word.end() : start;
        while (start < mark && content.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    /// Where a value ends: at a comma or closing bracket that is not its own, a comment, or a colon if that is looked for.
    private static int valueEnd(String content, int from, boolean colon) {
        int depth = 0;
        for (int i = from; i < content.length(); i++) {
            char c = content.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || (depth == 0 && (c == ',' || c == ';' || c == '#' || (colon && c == ':')))) {
                return c == '#' ? content.substring(0, i).stripTrailing().length() : i;
            }
        }
        return content.stripTrailing().length();
    }

    private static void words(List<Token> tokens, Consumer<SyntaxOption> options) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String python = WORDS.get(token.text());
            if (python != null && token.kind() == Token.Kind.NAME) {
                int end = python.isEmpty() && i + 1 < tokens.size() ? tokens.get(i + 1).start() : token.end();
                options.accept(SyntaxOption.sure(0.93, python.isEmpty() ? "Leave out " + token.text() : "Write " + python + " instead of " + token.text(),
                        new Replacement(token.start(), end, python)));
            }
        }
    }
}
