package dev.codeheals.engine.run;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds programs as a shell would, without one.
final class Programs {
    private static final List<String> SYSTEM = List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin");

    private Programs() {}

    /// The program a command names: an absolute path, a path relative to the folder, or a name on the host's PATH.
    static Optional<Path> find(String name, Path folder, String hostPath) {
        try {
            if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
                return Optional.of(folder.resolve(name)).filter(Programs::runs);
            }
            for (String entry : hostPath.split(File.pathSeparator, -1)) {
                // A relative entry would let the folder a program is run in choose the program.
                if (!entry.isEmpty() && Path.of(entry).isAbsolute() && runs(Path.of(entry, name))) {
                    return Optional.of(Path.of(entry, name));
                }
            }
            return system(name);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// A program of the operating system; PATH has no say.
    static Optional<Path> system(String name) {
        return SYSTEM.stream().map(folder -> Path.of(folder, name)).filter(Programs::runs).findFirst();
    }

    static boolean runs(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
