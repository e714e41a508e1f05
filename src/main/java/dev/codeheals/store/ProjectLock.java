package dev.codeheals.store;

import dev.codeheals.engine.classify.PacketHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// One owner per project among all processes that share a data folder.
///
/// The operating system holds the lock, so it is free as soon as its owner ends, however that happens. The file tells who has it.
public final class ProjectLock implements AutoCloseable {
    private static final int LONGEST_OWNER = 64;

    private final FileChannel channel;
    private final FileLock lock;

    private ProjectLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /// Takes the project if nobody has it.
    ///
    /// @param folder the data folder
    /// @return empty if another owner has it
    /// @throws IOException if the data folder cannot be written
    public static Optional<ProjectLock> take(Path folder, Path project) throws IOException {
        FileChannel channel = FileChannel.open(file(folder, project), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)), 0);
            return Optional.of(new ProjectLock(channel, lock));
        } catch (OverlappingFileLockException _) {
            channel.close();
            return Optional.empty();
        }
    }

    /// The process that took the project last; empty if that cannot be read.
    public static Optional<String> owner(Path folder, Path project) {
        try (FileChannel channel = FileChannel.open(file(folder, project), StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate(LONGEST_OWNER);
            channel.read(text);
            String owner = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
            return owner.isEmpty() ? Optional.empty() : Optional.of(owner);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, Path project) throws IOException {
        Path locks = folder.resolve("locks");
        Files.createDirectories(locks);
        return locks.resolve(PacketHash.sha256(project.toString()).substring(0, 20) + ".lock");
    }

    /// Gives the project back.
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
