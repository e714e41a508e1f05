package dev.codeheals.engine.heal;

import java.io.Serial;

/// A sealed diagnosis no longer matches its hash: the heal must not go on.
public final class IntegrityBreach extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
    private final String sentence;

    public IntegrityBreach(String message) {
        super(message);
        this.sentence = message;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
