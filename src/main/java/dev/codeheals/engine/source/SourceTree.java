package dev.codeheals.engine.source;

import java.util.List;
import java.util.Optional;

/// A read-only view of a project's Python sources.
public interface SourceTree {

    /// Paths of all {@code .py} files, relative to the root, forward slashes, sorted; environments, caches and ignored folders left out.
    List<String> pythonFiles();

    /// The decoded file; empty if it does not exist or cannot be decoded without loss.
    Optional<SourceFile> file(String path);
}
