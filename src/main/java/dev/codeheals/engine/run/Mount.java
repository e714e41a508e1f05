package dev.codeheals.engine.run;

import java.nio.file.Path;

/// A host path shown inside a sandbox.
///
/// @param source   on the host, absolute
/// @param target   inside, absolute
/// @param writable whether the run may change it
public record Mount(Path source, Path target, boolean writable) {
    public Mount {
        if (!source.isAbsolute() || !target.isAbsolute()) {
            throw new IllegalArgumentException("A mount needs absolute paths: " + source + ", " + target);
        }
    }

    public static Mount reading(Path path) {
        return new Mount(path, path, false);
    }
}
