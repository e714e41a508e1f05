package dev.codeheals.engine.repair.model;

/// Tokens of one call.
///
/// @param in        tokens of the prompt
/// @param out       tokens of the reply
/// @param estimated whether the server gave no count, so both were estimated from the text
public record TokenUsage(long in, long out, boolean estimated) {
    private static final double CHARS_PER_TOKEN = 3.5;

    public static final TokenUsage NONE = new TokenUsage(0, 0, false);

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(in + other.in, out + other.out, estimated || other.estimated);
    }

    public long total() {
        return in + out;
    }

    /// About how many tokens a text has; rather too many than too few for code.
    public static int estimate(CharSequence text) {
        return (int) Math.ceil(text.length() / CHARS_PER_TOKEN);
    }
}
