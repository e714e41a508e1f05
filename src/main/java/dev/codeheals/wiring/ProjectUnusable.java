package dev.codeheals.wiring;

import java.io.Serial;

/// A folder cannot be worked on. The message is one plain sentence with what to do.
public final class ProjectUnusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
    private final String sentence;
    private final boolean environment;

    /// @param environment whether something is missing on this machine, rather than the folder being wrong
    public ProjectUnusable(String message, boolean environment) {
        super(message);
        this.sentence = message;
        this.environment = environment;
    }

    public boolean environment() {
        return environment;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
