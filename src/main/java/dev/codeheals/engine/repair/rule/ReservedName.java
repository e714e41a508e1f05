package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// A keyword as a name: {@code class = 1}, {@code def f(from)}, {@code lambda=3}; and names that begin with a digit.
final class ReservedName extends SyntaxRule {
    private static final Set<String> TAKEN = Set.of("class", "from", "import", "lambda", "global", "in", "is", "with", "as", "def", "del", "pass", "return",
            "yield", "async", "await", "and", "or", "not", "for", "while", "if", "else", "elif", "try", "except", "finally", "raise", "assert", "break",
            "continue", "nonlocal", "None", "True", "False");
    private static final Pattern DIGITS_FIRST = Pattern.compile("(?<![\\w.'\"])(?!0[xXbBoO])\\d+[A-DF-Za-df-z_]\\w*(?=\\s*[=(,)])");
    private static final Set<String> AFTER = Set.of("=", ",", ")", ".", "]", "+=", "-=", "+", "*", ":", "==", "!=", "<", ">", "<=", ">=", "-", "/", "*=");

    ReservedName() {
        super("reserved-name", "SYN.INVALID_NUMBER");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        DIGITS_FIRST.matcher(place.source().line(place.line())).results().limit(1).forEach(m -> rename(place, m.group(), "_" + m.group(), options));
        List<Token> tokens = place.tokens(place.line());
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.KEYWORD && TAKEN.contains(token.text()) && AFTER.contains(tokens.get(i + 1).text())) {
                renamed(place, token.text(), options);
            }
            Token next = tokens.get(i + 1);
            if (token.kind() == Token.Kind.NUMBER && next.kind() == Token.Kind.NAME && next.start() == token.end()) {
                String name = token.text() + next.text();
                rename(place, name, "_" + name, options);
            }
        }
    }

    private static void renamed(SyntaxPlace place, String keyword, Consumer<SyntaxOption> options) {
        List<Replacement> all = new ArrayList<>();
        List<Token> tokens = place.fault().parsed().tokens().significant();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean used = token.is(keyword) && (AFTER.contains(tokens.get(i + 1).text()) || tokens.get(i + 1).kind() == Token.Kind.NEWLINE)
                    && !(keyword.equals("else") || keyword.equals("try") || keyword.equals("finally")) && !(keyword.equals("return") || keyword.equals("pass"));
            if (used) {
                all.add(Replacement.insert(token.end(), "_"));
            }
            if (token.kind() == Token.Kind.STRING && token.text().toLowerCase(Locale.ROOT).startsWith("f")) {
                Pattern.compile("\\{" + keyword + "(?=[}:!.\\[])").matcher(token.text()).results()
                        .forEach(m -> all.add(Replacement.insert(token.start() + m.end(), "_")));
            }
        }
        if (!all.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.95, "Rename " + keyword + " to " + keyword + "_", all));
        }
    }

    private static void rename(SyntaxPlace place, String name, String to, Consumer<SyntaxOption> options) {
        List<Replacement> all = new ArrayList<>();
        int at = place.text().indexOf(name);
        while (at >= 0) {
            boolean whole = (at == 0 || !Character.isJavaIdentifierPart(place.text().charAt(at - 1)))
                    && (at + name.length() == place.text().length() || !Character.isJavaIdentifierPart(place.text().charAt(at + name.length())));
            if (whole) {
                all.add(new Replacement(at, at + name.length(), to));
            }
            at = place.text().indexOf(name, at + name.length());
        }
        if (!all.isEmpty()) {
            options.accept(new SyntaxOption(Tier.A, 0.95, "Rename " + name + " to " + to, all));
        }
    }
}
