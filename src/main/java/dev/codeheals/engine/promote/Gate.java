package dev.codeheals.engine.promote;

import dev.codeheals.engine.classify.PacketHash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one promotion at a time work on a project, over threads and processes. The system opens it again when a process dies.
final class Gate implements AutoCloseable {
    private static final ConcurrentHashMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock thread;
    private final FileChannel channel;
    private final FileLock process;

    private Gate(Path file, ReentrantLock thread, FileChannel channel, FileLock process) {
        this.file = file;
        this.thread = thread;
        this.channel = channel;
        this.process = process;
    }

    /// Waits for its turn.
    static Gate enter(UndoStore store, Path root) throws FileFault {
        Path file = lockFile(store, root);
        ReentrantLock thread = IN_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
        thread.lock();
        return locked(thread, file, true).orElseThrow(() -> new FileFault(Errno.OTHER, "lock", file.toString()));
    }

    /// Empty if another process is at work there.
    static Optional<Gate> tryEnter(UndoStore store, Path root) throws FileFault {
        Path file = lockFile(store, root);
        ReentrantLock thread = IN_PROCESS.computeIfAbsent(file, _ -> new ReentrantLock());
        thread.lock();
        return locked(thread, file, false);
    }

    private static Optional<Gate> locked(ReentrantLock thread, Path file, boolean wait) throws FileFault {
        boolean entered = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock process = wait ? channel.lock() : channel.tryLock();
            if (process == null) {
                channel.close();
                return Optional.empty();
            }
            entered = true;
            return Optional.of(new Gate(file, thread, channel, process));
        } catch (IOException e) {
            throw FileFault.of(e, "lock", file.toString());
        } finally {
            if (!entered) {
                thread.unlock();
            }
        }
    }

    /// Whether it is the gate of that project.
    boolean guards(Path root) {
        return file.getFileName().toString().equals(lockName(root));
    }

    private static Path lockFile(UndoStore store, Path root) throws FileFault {
        return store.beside(lockName(root));
    }

    private static String lockName(Path root) {
        return PacketHash.sha256(root.toString()).substring(0, 16) + ".lock";
    }

    @Override
    public void close() throws FileFault {
        try {
            process.release();
            channel.close();
        } catch (IOException e) {
            throw FileFault.of(e, "unlock", "the project");
        } finally {
            thread.unlock();
        }
    }
}
