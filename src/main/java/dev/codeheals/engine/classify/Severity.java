package dev.codeheals.engine.classify;

/// What it takes to heal a failure.
public enum Severity {
    /// The program cannot start.
    FATAL,
    /// A code change is expected to heal it.
    RECOVERABLE,
    /// Needs something outside the code.
    ENVIRONMENT,
    /// A resource limit, crash or interrupt.
    UNHEALABLE
}
