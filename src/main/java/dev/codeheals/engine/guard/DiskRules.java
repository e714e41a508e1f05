package dev.codeheals.engine.guard;

import dev.codeheals.engine.guard.GuardDecision.Refusal;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the path may lead to on the disk. Promotion checks this again at the moment it writes.
final class DiskRules {
    private final Path root;

    /// @param root the project's folder, real
    DiskRules(Path root) {
        this.root = root;
    }

    Optional<Refusal> check(String path, boolean creates) throws IOException {
        List<String> parts = PathRules.parts(path);
        Path place = root;
        for (int i = 0; i < parts.size(); i++) {
            Optional<Refusal> twin = creates ? twin(place, parts.get(i), path) : Optional.empty();
            if (twin.isPresent()) {
                return twin;
            }
            place = place.resolve(parts.get(i));
            boolean there = Files.exists(place, LinkOption.NOFOLLOW_LINKS);
            boolean last = i == parts.size() - 1;
            Optional<Refusal> problem = !there ? absent(path, creates) : last ? file(place, path, creates) : folder(place, path);
            if (!there || problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> absent(String path, boolean creates) {
        return creates ? Optional.empty() : PathRules.refuse("missing-file", PathRules.show(path) + " is not in the project.");
    }

    private Optional<Refusal> folder(Path folder, String path) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return PathRules.refuse("link-in-path", PathRules.show(path) + " leads through a link or a file.");
        }
        if (Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return PathRules.refuse("other-repository", PathRules.show(path) + " belongs to another repository inside this one.");
        }
        return Files.exists(folder.resolve("pyvenv.cfg")) ? PathRules.refuse("protected-file", PathRules.show(path)
                + " lies in a virtual environment.") : Optional.empty();
    }

    private Optional<Refusal> file(Path file, String path, boolean creates) throws IOException {
        if (creates) {
            return PathRules.refuse("exists", PathRules.show(path) + " is already there.");
        }
        Path real = Files.isSymbolicLink(file) ? behind(file) : file;
        if (!real.startsWith(root)) {
            return PathRules.refuse("link-outside", PathRules.show(path) + " is a link to something outside the project.");
        }
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            return PathRules.refuse("path-type", PathRules.show(path) + " is no ordinary file.");
        }
        if (Files.getFileStore(real).supportsFileAttributeView("unix")) {
            if ((int) Files.getAttribute(real, "unix:nlink") > 1) {
                return PathRules.refuse("hard-link", PathRules.show(path) + " has a second name (hard link).");
            }
            if (((int) Files.getAttribute(real, "unix:mode") & 07000) != 0) {
                return PathRules.refuse("special-mode", PathRules.show(path) + " runs with another user's rights.");
            }
        }
        return Optional.empty();
    }

    private static Path behind(Path link) {
        try {
            return link.toRealPath();
        } catch (IOException _) {
            return link.getRoot();
        }
    }

    /// The file behind a link in the last place, relative to the root; the path itself otherwise.
    String resolved(String path) {
        Path file = root.resolve(path);
        return Files.isSymbolicLink(file) ? root.relativize(behind(file)).toString().replace('\\', '/') : path;
    }

    // On another system the new file and its twin would be one and the same.
    private static Optional<Refusal> twin(Path folder, String name, String path) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String folded = PathRules.fold(name);
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder)) {
            for (Path sibling : siblings) {
                String other = sibling.getFileName().toString();
                if (!other.equals(name) && PathRules.fold(other).equals(folded)) {
                    return PathRules.refuse("twin-name", PathRules.show(path) + " differs from " + PathRules.show(other)
                            + " only in a way some systems do not see.");
                }
            }
        }
        return Optional.empty();
    }
}
