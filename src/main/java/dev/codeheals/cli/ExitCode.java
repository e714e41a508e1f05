package dev.codeheals.cli;

/// Exit codes, the same for all commands.
final class ExitCode {
    static final int FINE = 0;
    static final int NOT_DONE = 1;
    static final int USAGE = 2;
    static final int BREAKER_OPEN = 3;
    static final int ENVIRONMENT = 5;

    private ExitCode() {}
}
