package dev.codeheals.engine.promote;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// Where displaced files are kept: a folder for each promotion, a number for each of its files. Readable by its owner only.
final class UndoStore {
    private final FileOperations operations;
    private final Path base;

    UndoStore(FileOperations operations, Path base) {
        this.operations = operations;
        this.base = base;
    }

    /// Opens a promotion's folder, making it if need be.
    Folder open(String promotionId) throws FileFault {
        return operations.open(made(promotionId));
    }

    Path path(String promotionId, String name) {
        return base.resolve(promotionId).resolve(name);
    }

    boolean has(String promotionId) {
        return Files.isDirectory(base.resolve(promotionId), LinkOption.NOFOLLOW_LINKS);
    }

    /// A file beside the promotions' folders, for locks.
    Path beside(String name) throws FileFault {
        made("");
        return base.resolve(name);
    }

    /// The promotions something is kept for.
    List<String> promotions() throws FileFault {
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(base)) {
            return entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)).map(entry -> entry.getFileName().toString()).sorted()
                    .toList();
        } catch (IOException e) {
            throw FileFault.of(e, "list", base.toString());
        }
    }

    /// Removes a promotion's folder once it is empty.
    void drop(String promotionId) throws FileFault {
        try (Folder folder = operations.open(made(""))) {
            folder.removeFolder(promotionId);
        }
    }

    private Path made(String promotionId) throws FileFault {
        try {
            Path folder = promotionId.isEmpty() ? base : base.resolve(promotionId);
            Path parent = folder.getParent();
            if (parent != null && !Files.isDirectory(folder)) {
                Files.createDirectories(parent);
                ownerOnly(folder);
                sync(parent);
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw FileFault.of(e, "make the undo folder", base.toString());
        }
    }

    private void sync(Path folder) throws IOException {
        try (Folder opened = operations.open(folder.toRealPath())) {
            opened.sync();
        }
    }

    private static void ownerOnly(Path folder) throws IOException {
        try {
            if (Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix")) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
