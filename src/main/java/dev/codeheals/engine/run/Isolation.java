package dev.codeheals.engine.run;

/// How well a run is kept apart from the machine, best first.
public enum Isolation {
    /// bubblewrap: own namespaces, no network, masked home, run and temp folders, read-only system.
    SANDBOX,
    /// Linux namespaces and Landlock without bubblewrap.
    NAMESPACES,
    /// Resource limits and a scrubbed environment only.
    LIMITS_ONLY;

    /// Whether fixes may be promoted without a person at this level.
    public boolean allowsAuto() {
        return this != LIMITS_ONLY;
    }
}
