package dev.codeheals.project;

import dev.codeheals.engine.repair.ProjectSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// Whether a folder holds a Python program at all.
public final class PythonFolder {
    /// A folder with more entries than this is taken at its word: looking further would keep the user waiting.
    private static final int ENTRIES = 50_000;

    private PythonFolder() {}

    /// True if some file outside caches, environments and version control is Python by its name or by its first line.
    ///
    /// @throws IOException if the folder itself cannot be read
    public static boolean holdsPython(Path folder) throws IOException {
        Search search = new Search(folder);
        Files.walkFileTree(folder, search);
        return search.found;
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path folder;
        private int seen;
        private boolean found;

        Search(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            boolean skip = !dir.equals(folder) && ProjectSnapshot.SKIPPED.contains(String.valueOf(dir.getFileName()));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            seen++;
            found = seen > ENTRIES || isPython(file, attributes);
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException cause) throws IOException {
            if (file.equals(folder)) {
                throw cause;
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isPython(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".py") || name.endsWith(".pyw")) {
                return true;
            }
            return attributes.isRegularFile() && name.indexOf('.') < 0 && startsPython(file);
        }

        private static boolean startsPython(Path file) {
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                char[] start = new char[128];
                int read = lines.read(start);
                String first = read <= 0 ? "" : new String(start, 0, read).lines().findFirst().orElse("");
                return first.startsWith("#!") && first.contains("python");
            } catch (IOException | UncheckedIOException _) {
                return false;
            }
        }
    }
}
