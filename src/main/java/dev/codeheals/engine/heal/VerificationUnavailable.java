package dev.codeheals.engine.heal;

import java.io.Serial;

/// Candidates cannot be tried here. The message is one plain sentence that says what to do.
public final class VerificationUnavailable extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;
    private final String sentence;

    public VerificationUnavailable(String message) {
        super(message);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
