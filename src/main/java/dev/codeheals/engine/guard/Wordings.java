package dev.codeheals.engine.guard;

import dev.codeheals.engine.guard.CapabilityFinder.Use;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Token;
import java.util.List;
import java.util.stream.Collectors;

/// The code of a file that does not parse, as its words in their order. What comes back when it is mended was there in the same words;
/// comments and the insides of longer words are none of them.
final class Wordings {
    private final String words;

    Wordings(Parsed broken) {
        this.words = broken.isValid() ? "" : told(broken.tokens().all());
    }

    /// Whether the file had this use, but for brackets, commas and quotes.
    boolean already(Use use, Parsed after) {
        String asked = told(use.key().startsWith(CapabilityFinder.IMPORT) ? List.of() : after.tokens().within(use.start(), use.end()));
        return !words.isEmpty() && !asked.isBlank() && words.contains(asked);
    }

    // A text is told from code by a mark, so that what stands in quotes does not become a call.
    private static String told(List<Token> tokens) {
        return tokens.stream().map(Wordings::told).filter(word -> !word.isEmpty()).collect(Collectors.joining(" ", " ", " "));
    }

    private static String told(Token token) {
        return switch (token.kind()) {
            case NAME, KEYWORD, NUMBER -> token.text();
            case STRING -> text(token.text());
            case ERROR -> token.text().indexOf('"') >= 0 || token.text().indexOf('\'') >= 0 ? text(token.text()) : token.text().strip();
            case OPERATOR -> ".=+-*/%|".contains(token.text()) ? token.text() : "";
            case NEWLINE, LINE_BREAK, COMMENT, INDENT, DEDENT, END -> "";
        };
    }

    private static String text(String literal) {
        return "«" + literal.replaceAll("[\"'()\\[\\]{},:]|\\s+$", "").strip();
    }
}
