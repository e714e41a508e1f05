package dev.codeheals.engine.score;

/// What becomes of an attempt.
public enum Decision {
    /// Verified and probable enough to be proposed, or promoted in auto mode.
    PROMOTE,
    /// Not good enough; the next source may do better.
    RETRY,
    /// Nothing more to try, or trying would harm: the project stays as it is.
    ROLLBACK
}
