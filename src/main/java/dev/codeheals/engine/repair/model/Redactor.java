package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.ProjectSnapshot;

/// Finds secrets in text that is about to leave the machine.
public final class Redactor {
    private final KnownSecrets known;

    public Redactor(KnownSecrets known) {
        this.known = known;
    }

    /// A redaction for one heal of a project: the same value gets the same placeholder throughout.
    public Redaction redaction(ProjectSnapshot project) {
        return new Redaction(known, project);
    }
}
