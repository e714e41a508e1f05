package dev.codeheals.bench;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies of a case's files. Nothing outside the bench's own scratch folder is ever written.
final class FolderCopy {
    private FolderCopy() {}

    /// Copies a folder, left out one path in it and caches.
    static void of(Path from, Path to, Path without) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.equals(without) || folder.endsWith("__pycache__")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Lays a folder's files over another; does nothing if there is none.
    static void over(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            of(from, to, to);
        }
    }

    /// Writes a fix.
    ///
    /// @throws IOException if it does not fit the files
    static void apply(List<FileEdit> edits, Path folder) throws IOException {
        CandidatePatch patch = new CandidatePatch("bench", "Apply", edits, Tier.B, 0.5, null, "");
        List<FileChange> changes = ProjectSnapshot.of(folder.toRealPath()).changes(patch)
                .orElseThrow(() -> new IOException("The fix does not fit the files it was made for."));
        for (FileChange change : changes) {
            Path file = folder.resolve(change.file());
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, change.after());
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("A copy could not be removed.", e);
        }
    }
}
