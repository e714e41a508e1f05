package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SyntaxFault;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A string without its closing quote, or with the other one, or with an apostrophe in it.
final class UnterminatedString extends SyntaxRule {
    private static final String TAIL = ")]}:, ";

    UnterminatedString() {
        super("unterminated-string", "SYN.UNTERMINATED_STRING", "SYN.UNTERMINATED_TRIPLE_STRING");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.UNTERMINATED_STRING)) {
            single(place, fault, options);
        }
        for (SyntaxFault fault : place.faults(SyntaxFault.Kind.UNTERMINATED_TRIPLE_STRING)) {
            triple(place, fault, options);
        }
    }

    private static void single(SyntaxPlace place, SyntaxFault fault, Consumer<SyntaxOption> options) {
        String text = place.text();
        int open = fault.start();
        while (open < fault.end() && text.charAt(open) != '\'' && text.charAt(open) != '"') {
            open++;
        }
        int lineEnd = place.source().lineEnd(place.source().lineOf(fault.start()));
        String quote = text.substring(open, Math.min(open + 1, lineEnd));
        int codeEnd = lineEnd;
        while (codeEnd > open + 1 && text.charAt(codeEnd - 1) == ' ') {
            codeEnd--;
        }
        options.accept(SyntaxOption.sure(0.8, "Close the string", Replacement.insert(codeEnd, quote)));
        int at = codeEnd;
        double prior = 0.9;
        while (at > open + 1 && TAIL.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
            options.accept(SyntaxOption.sure(prior, "Close the string", Replacement.insert(at, quote)));
            prior += 0.005;
        }
        String other = quote.equals("'") ? "\"" : "'";
        int wrong = text.lastIndexOf(other, codeEnd - 1);
        if (wrong > open) {
            options.accept(SyntaxOption.sure(0.94, "Close the string with " + quote, new Replacement(wrong, wrong + 1, quote)));
            int first = text.indexOf(other, open + 1);
            if (first > open && first < codeEnd) {
                options.accept(SyntaxOption.sure(0.96, "Open the string with " + other, new Replacement(open, open + 1, other)));
                options.accept(SyntaxOption.unsure(0.7, "Close the string", Replacement.insert(first, quote)));
            }
        }
        keys(place, open, quote, options);
        apostrophe(place, open, quote, options);
        int comment = text.indexOf('#', open);
        if (comment > 0 && comment < lineEnd) {
            options.accept(SyntaxOption.unsure(0.7, "Close the string", Replacement.insert(text.substring(open, comment).stripTrailing().length() + open, quote)));
        }
        openedTooLate(place, open, quote, options);
    }

    /// {@code {"a: 1, "b": 2}}: a key whose closing quote is missing takes the rest of the line out of step.
    private static void keys(SyntaxPlace place, int unterminated, String quote, Consumer<SyntaxOption> options) {
        int start = place.source().lineStart(place.source().lineOf(unterminated));
        int end = place.source().lineEnd(place.source().lineOf(unterminated));
        Matcher key = Pattern.compile("[{,]\\s*" + quote + "(\\w+)(?=\\s*:)").matcher(place.text()).region(start, end);
        while (key.find()) {
            options.accept(SyntaxOption.sure(0.97, "Close the key", Replacement.insert(key.end(), quote)));
        }
        Matcher item = Pattern.compile("[\\[({,]\\s*" + quote + "(\\w+)(?=\\s*,)").matcher(place.text()).region(start, end);
        while (item.find()) {
            options.accept(SyntaxOption.sure(0.95, "Close the string", Replacement.insert(item.end(), quote)));
        }
    }

    /// {@code 'don't'}: three quotes on the line, the middle one belongs to the text.
    private static void apostrophe(SyntaxPlace place, int unterminated, String quote, Consumer<SyntaxOption> options) {
        int start = place.source().lineStart(place.source().lineOf(unterminated));
        String before = place.text().substring(start, unterminated);
        int close = before.lastIndexOf(quote);
        int open = close < 0 ? -1 : before.lastIndexOf(quote, close - 1);
        if (open >= 0 && quote.equals("'") && !before.substring(open, close).contains("\"")) {
            options.accept(SyntaxOption.sure(0.97, "Quote the text with the apostrophe in double quotes", new Replacement(start + open, start + open + 1, "\""),
                    new Replacement(unterminated, unterminated + 1, "\"")));
        }
        if (open >= 0) {
            options.accept(SyntaxOption.sure(0.85, "Escape the quote in the text", Replacement.insert(start + close, "\\")));
        }
    }

    /// {@code print(hello")}: the quote that has no partner closes a string that was never opened.
    private static void openedTooLate(SyntaxPlace place, int unterminated, String quote, Consumer<SyntaxOption> options) {
        String text = place.text();
        int start = place.source().lineStart(place.source().lineOf(unterminated));
        int at = unterminated;
        while (at > start && "([{,=".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        while (at < unterminated && text.charAt(at) == ' ') {
            at++;
        }
        if (at < unterminated) {
            options.accept(SyntaxOption.sure(0.93, "Open the string", Replacement.insert(at, quote)));
        }
    }

    private static boolean isCode(String line) {
        return line.strip().matches("(def|class|return|import|from|if|for|while|with|try|raise|yield|pass|assert)\\b.*|(@|self\\.)\\w.*|[\\w.]+ *([-+*/]?=|\\().*");
    }

    private static void triple(SyntaxPlace place, SyntaxFault fault, Consumer<SyntaxOption> options) {
        String text = place.text();
        int open = fault.start();
        while (open < fault.end() && text.charAt(open) != '\'' && text.charAt(open) != '"') {
            open++;
        }
        String quotes = text.substring(open, Math.min(open + 3, text.length()));
        int line = place.source().lineOf(open);
        boolean said = text.substring(open + 3, place.source().lineEnd(line)).strip().length() > 1;
        boolean alone = line == place.source().lineCount() || (said && isCode(place.source().line(line + 1)));
        options.accept(SyntaxOption.sure(alone ? 0.97 : 0.8, "Close the long string",
                Replacement.insert(place.source().lineEnd(line), quotes)));
        for (int next = line + 1; next <= place.source().lineCount(); next++) {
            String content = place.source().line(next);
            boolean code = isCode(content);
            if (content.isBlank() || code) {
                int previous = place.source().lineEnd(next - 1);
                options.accept(SyntaxOption.unsure(code ? 0.75 : 0.7, "Close the long string", Replacement.insert(previous, quotes)));
                break;
            }
        }
        options.accept(SyntaxOption.unsure(0.5, "Close the long string at the end", Replacement.insert(text.stripTrailing().length(), quotes)));
    }
}
