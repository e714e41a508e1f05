package dev.codeheals.ui.review;

/// Whether what is chosen now is known to heal.
///
/// @param words one sentence; empty where there is nothing to say
public record Check(State state, String words) {
    public enum State {
        /// Exactly the proposal, verified when it was made.
        PROPOSED,
        /// Changed; the verification has not begun.
        WAITING,
        VERIFYING,
        /// Changed, and it heals too.
        VERIFIED,
        /// Changed, and it does not heal.
        FAILED,
        /// Nothing is chosen.
        NOTHING,
        /// The file is no longer the one the fix was made for, and nothing was fitted to it yet.
        OUTDATED
    }

    static final Check PROPOSED = new Check(State.PROPOSED, "");

    /// Whether it may be applied without a second question.
    public boolean sound() {
        return state == State.PROPOSED || state == State.VERIFIED;
    }

    /// Whether there is nothing that could be applied.
    public boolean empty() {
        return state == State.NOTHING || state == State.OUTDATED;
    }

    public boolean busy() {
        return state == State.WAITING || state == State.VERIFYING;
    }
}
