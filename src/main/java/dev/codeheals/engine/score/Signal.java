package dev.codeheals.engine.score;

/// One view of how good a fix is.
///
/// @param value 0 to 1; 0.5 says nothing
/// @param why   in a few words
public record Signal(double value, String why) {
    public Signal {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A signal lies between 0 and 1, not at " + value + ".");
        }
    }
}
