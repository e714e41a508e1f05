package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// An f-string with the outer quotes inside, a brace that stands alone, or nothing between its braces.
final class BracesInFString extends SyntaxRule {
    /// What follows a value up to the end of the text and can only tell how it is written.
    private static final Pattern FORMAT = Pattern.compile("(?:![rsa])?:(?:.?[<>=^])?[-+ ]?#?0?\\d*[,_]?(?:\\.\\d+)?[bcdeEfFgGnosxX%]?|![rsa]");

    BracesInFString() {
        super("f-string-braces", "SYN.FSTRING");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (int line : place.lines()) {
            nestedQuotes(place, line, options);
            for (Token token : place.tokens(line)) {
                if (token.kind() == Token.Kind.STRING && isFormatted(token.text())) {
                    braces(token, options);
                }
            }
        }
    }

    private static boolean isFormatted(String literal) {
        int quote = Math.max(0, Math.min(literal.indexOf('"') < 0 ? 9 : literal.indexOf('"'), literal.indexOf('\'') < 0 ? 9 : literal.indexOf('\'')));
        return literal.substring(0, Math.min(quote, literal.length())).toLowerCase(Locale.ROOT).contains("f");
    }

    /// {@code f"{row["name"]}"}, which only Python 3.12 reads: the inner quotes become the other kind.
    private static void nestedQuotes(SyntaxPlace place, int line, Consumer<SyntaxOption> options) {
        String content = place.source().line(line);
        int start = place.source().lineStart(line);
        for (char quote : new char[] {'"', '\''}) {
            char other = quote == '"' ? '\'' : '"';
            List<Replacement> inner = new ArrayList<>();
            int depth = 0;
            boolean in = false;
            for (int i = 0; i < content.length(); i++) {
                char c = content.charAt(i);
                if (c == quote && depth == 0) {
                    in = !in && i > 0 && Character.toLowerCase(content.charAt(i - 1)) == 'f';
                } else if (in && c == '{') {
                    depth++;
                } else if (in && c == '}') {
                    depth--;
                } else if (in && c == quote) {
                    inner.add(new Replacement(start + i, start + i + 1, String.valueOf(other)));
                }
            }
            if (inner.size() >= 2 && inner.size() % 2 == 0) {
                options.accept(new SyntaxOption(Tier.A, 0.95, "Use the other quotes inside the f-string", inner));
            }
        }
    }

    private static void braces(Token token, Consumer<SyntaxOption> options) {
        String text = token.text();
        for (int i = 0; i < text.length(); i++) {
            int at = token.start() + i;
            char c = text.charAt(i);
            if (c == '}') {
                options.accept(SyntaxOption.unsure(0.7, "Double the brace", Replacement.insert(at, "}")));
                options.accept(SyntaxOption.unsure(0.6, "Remove the brace", Replacement.delete(at, at + 1)));
            } else if (c == '{') {
                options.accept(SyntaxOption.unsure(0.6, "Double the brace", Replacement.insert(at, "{")));
                int end = i + 1;
                while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)) || text.charAt(end) == '.')) {
                    end++;
                }
                int close = Math.max(text.lastIndexOf('"'), text.lastIndexOf('\''));
                boolean formatted = end > i + 1 && end < close && FORMAT.matcher(text.substring(end, close)).matches();
                if (formatted) {
                    options.accept(SyntaxOption.sure(0.95, "Close the brace", Replacement.insert(token.start() + close, "}")));
                } else if (end > i + 1) {
                    options.accept(SyntaxOption.sure(0.92, "Close the brace", Replacement.insert(token.start() + end, "}")));
                }
                if (i + 1 < text.length() && text.charAt(i + 1) == '}') {
                    options.accept(SyntaxOption.unsure(0.5, "Remove the empty braces", Replacement.delete(at, at + 2)));
                }
            }
        }
    }
}
