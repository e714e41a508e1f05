package dev.codeheals.ui.control;

/// Leads from one screen to another. Used on the interface thread only.
public interface Navigator {
    void open(Screen screen);

    /// The proposal of an envelope in the review screen.
    void review(String envelopeId);

    /// The failure page of an envelope.
    void failure(String envelopeId);

    /// A pattern in the pattern library.
    void pattern(long patternId);
}
