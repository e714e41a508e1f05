package dev.codeheals.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The projects this installation knows, wherever they are kept.
public interface ProjectRegistry {
    Optional<ProjectSettings> find(Path root);

    /// Inserts or replaces by root.
    void save(ProjectSettings settings);

    /// Most recently opened first.
    List<ProjectSettings> recent();

    void forget(Path root);
}
