package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.Cancellation;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What a folder tree holds, in one walk that follows no link.
///
/// @param entries  by path relative to the root, forward slashes, parents before children; the root itself is not among them
/// @param readOnly paths that are shown to runs as they are instead of being copied: environments and large data
record ProjectScan(Map<String, Entry> entries, Set<String> readOnly) {
    /// Folders no run needs.
    private static final Set<String> SKIPPED = Set.of(".git", ".hg", ".svn", "__pycache__", "node_modules", ".tox", ".nox", ".mypy_cache",
            ".pytest_cache", ".ruff_cache", ".idea", ".vscode", ".ipynb_checkpoints", ".hypothesis");
    private static final long LARGE_FILE = 32L << 20;

    enum Kind { FOLDER, FILE, LINK }

    /// A file's identity without reading it.
    ///
    /// @param key a number for the inode, so that a file put in the place of another one counts as changed
    record Stamp(long size, long modified, int key) {
        static Stamp of(BasicFileAttributes attributes) {
            Object key = attributes.fileKey();
            return new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key == null ? 0 : key.hashCode());
        }
    }

    record Entry(Kind kind, Stamp stamp) {}

    /// Scans a project.
    ///
    /// @param excluded a folder inside it that is left out, such as a cache of this application
    /// @param shows    whether runs can be shown what is not copied; else large files are entries like others
    static ProjectScan of(Path root, Path excluded, boolean shows, Cancellation cancellation) throws IOException {
        Walk walk = new Walk(root, excluded, true, shows, cancellation);
        Files.walkFileTree(root, walk);
        return new ProjectScan(walk.entries, walk.readOnly);
    }

    /// Scans a copy: everything in it counts.
    static ProjectScan ofCopy(Path root) throws IOException {
        Walk walk = new Walk(root, root, false, false, Cancellation.none());
        Files.walkFileTree(root, walk);
        return new ProjectScan(walk.entries, walk.readOnly);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path excluded;
        private final boolean chooses;
        private final boolean shows;
        private final Cancellation cancellation;
        private final int prefix;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final Set<String> readOnly = new LinkedHashSet<>();

        Walk(Path root, Path excluded, boolean chooses, boolean shows, Cancellation cancellation) {
            this.root = root;
            this.excluded = excluded;
            this.chooses = chooses;
            this.shows = shows;
            this.cancellation = cancellation;
            this.prefix = root.toString().length() + (root.getNameCount() == 0 ? 0 : 1);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            cancellation.throwIfCancelled();
            if (chooses && (SKIPPED.contains(folder.getFileName().toString()) || folder.equals(excluded))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (chooses && isEnvironment(folder)) {
                if (shows) {
                    readOnly.add(relative(folder));
                }
                return FileVisitResult.SKIP_SUBTREE;
            }
            // A folder's size and time change with its content, which has entries of its own.
            entries.put(relative(folder), new Entry(Kind.FOLDER, new Stamp(0, 0, 0)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                entries.put(relative(file), new Entry(Kind.LINK, Stamp.of(attributes)));
            } else if (attributes.isRegularFile()) {
                if (shows && attributes.size() > LARGE_FILE) {
                    readOnly.add(relative(file));
                } else {
                    entries.put(relative(file), new Entry(Kind.FILE, Stamp.of(attributes)));
                }
            } else if (!chooses) {
                entries.put(relative(file), new Entry(Kind.LINK, Stamp.of(attributes)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private static boolean isEnvironment(Path folder) {
            return Files.exists(folder.resolve("pyvenv.cfg")) || Files.isDirectory(folder.resolve("conda-meta"));
        }

        private String relative(Path path) {
            String text = path.toString().substring(prefix);
            return File.separatorChar == '/' ? text : text.replace(File.separatorChar, '/');
        }
    }
}
