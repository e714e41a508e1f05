package dev.codeheals.engine.source;

/// Splits Python source into tokens; never throws, and takes time linear in the text.
///
/// A text that is in order is read once, exactly as Python reads it. Only where brackets do not balance is it read a second time with
/// guesses about where a bracket should have been closed, so a guess can never disturb a valid file.
public final class PythonTokenizer {
    private PythonTokenizer() {}

    public static Tokens tokenize(SourceFile file) {
        return tokenize(file.text());
    }

    public static Tokens tokenize(String text) {
        TokenizerPass strict = new TokenizerPass(text, 0, text.length(), TokenizerPass.Mode.STRICT);
        Tokens tokens = strict.run();
        return strict.isUnbalanced() ? new TokenizerPass(text, 0, text.length(), TokenizerPass.Mode.GUESSING).run() : tokens;
    }

    /// The tokens of an expression that stands inside brackets, such as a replacement field of an f-string; offsets are those of the text.
    static Tokens tokenizeExpression(String text, int start, int end) {
        return new TokenizerPass(text, start, end, TokenizerPass.Mode.EXPRESSION).run();
    }
}
