package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds secrets in text that is about to leave the machine.
public final class Redactor {
    private static final List<String> DOT_ENV = List.of(".env", ".env.local", ".env.development", ".env.dev", ".env.test", ".env.staging",
            ".env.production", ".env.prod", ".envrc", ".flaskenv", "config/.env", "secrets.env", "docker.env");

    private final KnownSecrets known;

    public Redactor(KnownSecrets known) {
        this.known = known;
    }

    /// A redaction for one heal of a project: the same value gets the same placeholder throughout.
    public Redaction redaction(ProjectSnapshot project) {
        Map<String, String> variables = new LinkedHashMap<>();
        DOT_ENV.forEach(name -> project.file(name).map(SourceFile::text).map(DotEnv::read).ifPresent(variables::putAll));
        return new Redaction(known.with(variables), project.root());
    }

    /// A redaction for records about a project whose folder may be gone; its {@code .env} files count while they can be read.
    public Redaction redaction(Path root) {
        try {
            return redaction(ProjectSnapshot.of(root));
        } catch (IOException _) {
            return new Redaction(known, root);
        }
    }
}
