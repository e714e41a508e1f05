package dev.codeheals.cli;

import java.io.Serial;

/// Something the user must know, in one plain line, with the exit code that goes with it.
final class PlainProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
    private final String sentence;
    private final int exitCode;

    PlainProblem(int exitCode, String message) {
        super(message);
        this.sentence = message;
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    public String getMessage() {
        return sentence;
    }
}
