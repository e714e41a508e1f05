package dev.codeheals.store;

import dev.codeheals.engine.classify.PacketHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Makes this process the only one that heals a project. The system frees the lock when the process ends, however it ends.
public final class ProjectLock implements AutoCloseable {
    /// The byte that is locked: far behind the owner's note, which others may read meanwhile on every system.
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;
    private final FileLock lock;
    private final Path folder;
    private final Path wanted;
    private @Nullable WatchService watch;

    private ProjectLock(FileChannel channel, FileLock lock, Path folder, Path wanted) {
        this.channel = channel;
        this.lock = lock;
        this.folder = folder;
        this.wanted = wanted;
    }

    /// What came of asking for a project.
    public sealed interface Attempt {

        /// This process owns the project until it closes the lock.
        record Owned(ProjectLock lock) implements Attempt {}

        /// Another one does.
        record HeldBy(Owner owner) implements Attempt {}

        /// It cannot be told, for the data folder takes no files; whoever goes on does so without this protection.
        record Unguarded(String reason) implements Attempt {}
    }

    /// @param pid     0 if it cannot be told
    /// @param program how it runs: "desktop", "watch"
    public record Owner(long pid, String program, Instant since) {
        /// One sentence for a person.
        public String message() {
            return pid == 0 ? "Another window or command of this program has the project open."
                    : "The project is open in another " + program + " of this program (process " + pid + ", since " + since.truncatedTo(ChronoUnit.SECONDS) + ").";
        }
    }

    /// Asks once; never waits.
    public static Attempt acquire(Path dataFolder, Path project, String program, InstantSource clock) {
        try {
            Path file = file(dataFolder, project);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                Owner owner = owner(channel);
                channel.close();
                return new Attempt.HeldBy(owner);
            }
            note(channel, program, clock);
            return new Attempt.Owned(new ProjectLock(channel, lock, folder(dataFolder), wanted(file)));
        } catch (IOException e) {
            return new Attempt.Unguarded("The data folder takes no lock files (" + e.getMessage() + ").");
        }
    }

    /// Asks the owner to let go and waits for it.
    public static Attempt acquireByHandOver(Path dataFolder, Path project, String program, InstantSource clock, Duration wait) {
        try {
            Path file = file(dataFolder, project);
            Files.writeString(wanted(file), program);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            CompletableFuture<FileLock> turn = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> awaitLock(channel, turn));
            try {
                FileLock lock = turn.get(wait.toMillis(), TimeUnit.MILLISECONDS);
                note(channel, program, clock);
                return new Attempt.Owned(new ProjectLock(channel, lock, folder(dataFolder), wanted(file)));
            } catch (ExecutionException | TimeoutException _) {
                Owner owner = owner(channel);
                channel.close();
                return new Attempt.HeldBy(owner);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                channel.close();
                return new Attempt.HeldBy(new Owner(0, program, clock.instant()));
            }
        } catch (IOException e) {
            return new Attempt.Unguarded("The data folder takes no lock files (" + e.getMessage() + ").");
        }
    }

    private static void awaitLock(FileChannel channel, CompletableFuture<FileLock> turn) {
        try {
            turn.complete(channel.lock(LOCKED_BYTE, 1, false));
        } catch (IOException | OverlappingFileLockException e) {
            turn.completeExceptionally(e);
        }
    }

    /// Runs the action, on a thread of its own, when another process wants the project. Letting go is up to the action.
    public synchronized void onHandOverWanted(Runnable action) throws IOException {
        Files.deleteIfExists(wanted);
        WatchService service = wanted.getFileSystem().newWatchService();
        folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        watch = service;
        Thread.ofVirtual().name("hand-over").start(() -> listen(service, action));
    }

    private void listen(WatchService service, Runnable action) {
        try {
            for (WatchKey key = service.take(); ; key = service.take()) {
                boolean asked = key.pollEvents().stream().anyMatch(e -> wanted.getFileName().equals(e.context()));
                if (asked) {
                    action.run();
                    return;
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException _) {
            return;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static Path file(Path dataFolder, Path project) throws IOException {
        Path folder = folder(dataFolder);
        DataFolder.ownerFolder(dataFolder);
        DataFolder.ownerFolder(folder);
        Path real = Files.exists(project) ? project.toRealPath() : project.toAbsolutePath().normalize();
        Path file = folder.resolve(PacketHash.sha256(real.toString()).substring(0, 24) + ".lock");
        DataFolder.ownerFile(file);
        return file;
    }

    private static Path folder(Path dataFolder) {
        return dataFolder.resolve("locks");
    }

    private static Path wanted(Path file) {
        return file.resolveSibling(file.getFileName() + ".wanted");
    }

    private static void note(FileChannel channel, String program, InstantSource clock) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n" + program + "\n" + clock.instant() + "\n"), 0);
    }

    private static Owner owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(512);
        channel.read(bytes, 0);
        List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).lines().toList();
        try {
            return new Owner(Long.parseLong(lines.get(0)), lines.get(1), Instant.parse(lines.get(2)));
        } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeParseException _) {
            return new Owner(0, "window", Instant.EPOCH);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        WatchService service = watch;
        if (service != null) {
            service.close();
        }
        lock.release();
        channel.close();
    }
}
