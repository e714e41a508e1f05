package dev.codeheals.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of the data folder, readable by their owner only.
final class DataFolder {
    static final String DATABASE = "codeheals.db";
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm", "-journal");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    /// File locks exclude other processes only; threads of this one take turns here.
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    private Path backups() {
        return folder.resolve("backups");
    }

    /// Makes the folder, owner-only.
    void prepare() throws IOException {
        ownerFolder(folder);
    }

    static void ownerFolder(Path made) throws IOException {
        Files.createDirectories(made);
        if (posix(made) && !Files.getPosixFilePermissions(made).equals(OWNER_FOLDER)) {
            Files.setPosixFilePermissions(made, OWNER_FOLDER);
        }
    }

    /// Makes the file if it is missing, owner-only. SQLite gives its companions the same mode.
    static void ownerFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        }
        if (posix(file) && !Files.getPosixFilePermissions(file).equals(OWNER_FILE)) {
            Files.setPosixFilePermissions(file, OWNER_FILE);
        }
    }

    private static boolean posix(Path path) throws IOException {
        FileStore store = Files.getFileStore(path);
        return store.supportsFileAttributeView("posix");
    }

    /// What the file is on its disk; null where there is none. Another value later means that another file took its name.
    @Nullable Object identity() {
        try {
            BasicFileAttributes found = Files.readAttributes(database(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.fileKey() == null ? found.creationTime() : found.fileKey();
        } catch (IOException _) {
            return null;
        }
    }

    /// Opening, migrating, restoring: one at a time over all processes.
    <T> T alone(FolderWork<T> work) throws IOException {
        Path lockFile = folder.resolve("codeheals.lock");
        IN_PROCESS.lock();
        try {
            ownerFile(lockFile);
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE); FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException("The lock on " + lockFile + " was lost.");
                }
                return work.run();
            }
        } finally {
            IN_PROCESS.unlock();
        }
    }

    interface FolderWork<T> {
        T run() throws IOException;
    }

    /// Puts the database and its companions aside under a new name; returns that name.
    Path quarantine() throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve(DATABASE + ".damaged-" + number))) {
            number++;
        }
        Path aside = folder.resolve(DATABASE + ".damaged-" + number);
        for (String companion : COMPANIONS) {
            Path file = folder.resolve(DATABASE + companion);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(file, folder.resolve(aside.getFileName() + companion), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        sync(folder);
        return aside;
    }

    /// Puts a copy of a backup in the database's place.
    void restore(Path backup) throws IOException {
        Path copy = folder.resolve(DATABASE + ".restoring");
        Files.copy(backup, copy, StandardCopyOption.REPLACE_EXISTING);
        ownerFile(copy);
        syncFile(copy);
        Files.move(copy, database(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(folder);
    }

    /// Newest first.
    List<Path> backupFiles() throws IOException {
        if (!Files.isDirectory(backups())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups())) {
            return new ArrayList<>(files.filter(f -> f.getFileName().toString().matches("codeheals-\\d{6,}\\.db"))
                    .sorted(Comparator.comparing((Path f) -> f.getFileName().toString()).reversed()).toList());
        }
    }

    /// A name for a backup in the making; {@link #keep} gives it its number.
    Path newBackup() throws IOException {
        ownerFolder(backups());
        Path making = backups().resolve("making.db");
        Files.deleteIfExists(making);
        return making;
    }

    /// Numbers a finished backup and drops the oldest beyond the newest few.
    Path keep(Path made, int newest) throws IOException {
        ownerFile(made);
        syncFile(made);
        List<Path> existing = backupFiles();
        int number = existing.isEmpty() ? 1 : number(existing.getFirst()) + 1;
        Path kept = backups().resolve("codeheals-%06d.db".formatted(number));
        Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
        sync(backups());
        for (Path old : existing.subList(Math.min(existing.size(), newest - 1), existing.size())) {
            Files.deleteIfExists(old);
        }
        return kept;
    }

    Optional<Path> newestBackup() throws IOException {
        return backupFiles().stream().findFirst();
    }

    private static int number(Path backup) {
        return Integer.parseInt(backup.getFileName().toString().replaceAll("\\D", ""));
    }

    static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    // Windows cannot open a folder; its metadata journal makes the entry durable without it.
    static void sync(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
