package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Token;

/// The quotes a file prefers.
final class Quotes {
    private Quotes() {}

    /// A double or a single quote, whichever more of the file's plain strings have.
    static String of(Fault fault) {
        int lead = 0;
        for (Token token : fault.parsed().tokens().all()) {
            if (token.kind() == Token.Kind.STRING && !token.text().endsWith("\"\"\"") && !token.text().endsWith("'''")) {
                lead += token.text().endsWith("\"") ? 1 : -1;
            }
        }
        return lead >= 0 ? "\"" : "'";
    }

    /// A word as a string literal of the file.
    static String literal(Fault fault, String text) {
        String quote = of(fault);
        return quote + text.replace("\\", "\\\\").replace(quote, "\\" + quote).replace("\n", "\\n") + quote;
    }
}
