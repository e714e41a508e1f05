package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Token;
import java.util.function.Consumer;

/// A Windows path in an ordinary string: {@code "C:\Users"} reads as a broken escape.
final class BackslashPath extends SyntaxRule {
    BackslashPath() {
        super("backslash-path", "SYN.UNICODE_ESCAPE");
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        if (!place.says("unicodeescape") && !place.says("unicode error") && !place.says("line continuation")) {
            return;
        }
        for (int line : place.lines()) {
            for (Token token : place.tokens(line)) {
                boolean plain = token.kind() == Token.Kind.STRING && (token.text().startsWith("'") || token.text().startsWith("\""));
                boolean formatted = token.kind() == Token.Kind.STRING && (token.text().startsWith("f'") || token.text().startsWith("f\""));
                if ((plain || formatted) && token.text().contains("\\") && !token.text().endsWith("\\\"") && !token.text().endsWith("\\'")) {
                    options.accept(SyntaxOption.sure(0.95, "Make the path a raw string", Replacement.insert(token.start(), "r")));
                }
            }
            trailing(place, line, options);
        }
    }

    /// A backslash with blanks after it, or one that continues nothing.
    private static void trailing(SyntaxPlace place, int line, Consumer<SyntaxOption> options) {
        String content = place.source().line(line);
        int at = content.indexOf('\\');
        if (place.says("line continuation") && at >= 0) {
            int start = place.source().lineStart(line);
            if (content.substring(at + 1).isBlank()) {
                options.accept(SyntaxOption.sure(0.93, "Remove the blanks after the backslash", Replacement.delete(start + at + 1, start + content.length())));
            }
            options.accept(SyntaxOption.unsure(0.7, "Write / instead of the backslash", new Replacement(start + at, start + at + 1, "/")));
            options.accept(SyntaxOption.unsure(0.6, "Remove the backslash", Replacement.delete(start + at, start + at + 1)));
        }
    }
}
