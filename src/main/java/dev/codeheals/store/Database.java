package dev.codeheals.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The store's one database. Opening never fails: what cannot be kept on disk is kept in memory, and a notice says so. Thread-safe.
///
/// Writes are durable when they return (write-ahead log, full sync). While the disk takes no writes (full, read-only, gone) they go to
/// a copy in memory and wait; the first write the disk takes again brings all of them along, in order.
public final class Database implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 10_000;
    private static final long MOST_IN_MEMORY = 512L << 20;

    private final Transactions transactions = new Transactions();
    private final DataFolder data;
    private final InstantSource clock;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<SqlWork<?>> waiting = new ArrayDeque<>();
    private volatile @Nullable Disk disk;
    private volatile @Nullable Connection memory;
    private boolean keepsWaiting;
    private Instant lastTry = Instant.MIN;

    private Database(DataFolder data, InstantSource clock) {
        this.data = data;
        this.clock = clock;
    }

    /// Opens the store of a data folder, making both if they are missing.
    public static Database open(Path folder, InstantSource clock) {
        Database database = new Database(new DataFolder(folder), clock);
        database.start();
        return database;
    }

    /// What a person should know, oldest first: restored, in memory, written by a newer program.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /// Hears every later notice, on the thread that met it.
    public void onNotice(Consumer<String> listener) {
        listeners.add(listener);
    }

    /// Whether nothing is written to disk at the moment.
    public boolean inMemory() {
        return memory != null;
    }

    public Path folder() {
        return data.folder();
    }

    /// Runs reads on one consistent state; inside a transaction of the same thread they see its writes.
    ///
    /// @throws StoreException if the store cannot answer
    public <T> T read(SqlWork<T> work) {
        Connection outer = transactions.current();
        if (outer != null) {
            return transactions.join(outer, work);
        }
        for (int attempt = 0; ; attempt++) {
            Disk used = disk;
            if (used == null) {
                return inTransaction(work);
            }
            try {
                return used.read(connection -> transactions.within(connection, work));
            } catch (SQLException fault) {
                boolean replaced = used != disk || (attempt == 0 && Connections.damaged(fault) && mend(used));
                if (!replaced || attempt > 2) {
                    throw failure(fault);
                }
            }
        }
    }

    /// Runs writes as one durable transaction; inside another of the same thread they become part of it.
    ///
    /// @throws StoreException if the work itself is faulty
    public <T> T inTransaction(SqlWork<T> work) {
        Connection outer = transactions.current();
        if (outer != null && writing.isHeldByCurrentThread()) {
            return transactions.join(outer, work);
        }
        writing.lock();
        try {
            return memory == null || back() ? onDisk(work) : inMemory(work);
        } finally {
            writing.unlock();
        }
    }

    /// Makes a verified backup now.
    ///
    /// @throws StoreException if there is nothing on disk to copy, or the copy fails
    public Path backUp() {
        writing.lock();
        try {
            Disk used = disk;
            if (used == null) {
                throw new StoreException(StoreException.Kind.READ_ONLY, "The store is in memory only; there is nothing to back up.");
            }
            String answer = Connections.text(used.writer(), "PRAGMA quick_check(1)");
            if (!answer.equals("ok")) {
                mend(used);
                throw new StoreException(StoreException.Kind.DAMAGED, "The store was damaged and has been replaced by its last good backup.");
            }
            return new Backup(data).make(used.writer());
        } catch (SQLException fault) {
            throw failure(fault);
        } catch (IOException fault) {
            throw new StoreException(StoreException.Kind.UNREACHABLE, "The backup could not be written: " + fault.getMessage(), fault);
        } finally {
            writing.unlock();
        }
    }

    /// When the newest backup was made.
    public Optional<Instant> lastBackup() {
        try {
            Optional<Path> newest = data.newestBackup();
            return newest.isEmpty() ? Optional.empty() : Optional.of(Files.getLastModifiedTime(newest.get()).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            Connection copy = memory;
            if (copy != null) {
                lastTry = Instant.MIN;
                if (!back() && !waiting.isEmpty()) {
                    say("The store could still not be written; " + waiting.size() + " changes of this session are not saved.");
                }
                copy.close();
            }
            Disk used = disk;
            if (used != null) {
                used.close();
            }
        } catch (SQLException fault) {
            throw failure(fault);
        } finally {
            writing.unlock();
        }
    }

    private void start() {
        writing.lock();
        try {
            connect();
        } catch (IOException | SQLException fault) {
            toMemory(StoreException.cause(fault, data.folder()), true);
        } finally {
            writing.unlock();
        }
    }

    private void connect() throws IOException, SQLException {
        switch (new Opening(data, this::say).open()) {
            case Opening.Opened.Writable(Disk opened) -> disk = opened;
            case Opening.Opened.Newer(int version) -> toMemory("The store was written by a newer version of this program (schema " + version
                    + ", this one knows " + Migrations.newest() + "). It is left unchanged", false);
        }
    }

    private <T> T onDisk(SqlWork<T> work) {
        for (int attempt = 0; ; attempt++) {
            Disk used = present();
            if (used == null) {
                return inMemory(work);
            }
            try {
                return transactions.write(used.writer(), work);
            } catch (SQLException fault) {
                StoreException.Kind kind = Connections.kind(fault);
                switch (kind) {
                    case DISK_FULL, READ_ONLY, UNREACHABLE, BUSY -> {
                        toMemory(StoreException.cause(fault, data.folder()), true);
                        return inMemory(work);
                    }
                    case DAMAGED -> {
                        if (attempt > 0 || !mend(used)) {
                            throw failure(fault);
                        }
                    }
                    case FAULTY -> throw failure(fault);
                }
            }
        }
    }

    private <T> T inMemory(SqlWork<T> work) {
        Connection copy = memory;
        if (copy == null) {
            throw new StoreException(StoreException.Kind.UNREACHABLE, "The store is closed.");
        }
        try {
            T result = transactions.write(copy, work);
            if (keepsWaiting && waiting.size() < MOST_WAITING) {
                waiting.add(work);
            }
            return result;
        } catch (SQLException fault) {
            throw failure(fault);
        }
    }

    // Someone may have deleted or replaced the file under us: SQLite would go on writing into a file without a name.
    private @Nullable Disk present() {
        Disk used = disk;
        if (used == null || used.identity().equals(data.identity())) {
            return used;
        }
        boolean vanished = data.identity() == null;
        try {
            if (vanished) {
                data.prepare();
                Backup.copy(used.writer(), data.database());
                say("The store's file had vanished; it was written again from what was open.");
            }
            used.close();
            disk = null;
            connect();
        } catch (IOException | SQLException fault) {
            toMemory("The store's file has vanished and cannot be written again", true);
        }
        return disk;
    }

    private boolean mend(Disk used) {
        writing.lock();
        try {
            if (disk == used) {
                boolean sameFile = used.identity().equals(data.identity());
                used.close();
                disk = null;
                if (sameFile) {
                    data.alone(() -> {
                        new Opening(data, this::say).replace("The store was damaged");
                        return true;
                    });
                }
                connect();
            }
            return disk != null;
        } catch (IOException | SQLException fault) {
            toMemory(StoreException.cause(fault, data.folder()), false);
            return false;
        } finally {
            writing.unlock();
        }
    }

    /// Tries the disk again, at most every few seconds; true once everything that waited is on it.
    private boolean back() {
        Instant now = clock.instant();
        boolean soon = lastTry.isAfter(now.minus(RETRY)) && !lastTry.isAfter(now);
        if (!keepsWaiting || soon) {
            return false;
        }
        lastTry = now;
        Connection copy = memory;
        try {
            connect();
            Disk opened = disk;
            if (opened == null) {
                return false;
            }
            memory = null;
            transactions.write(opened.writer(), connection -> {
                for (SqlWork<?> work : waiting) {
                    work.run(connection);
                }
                return waiting.size();
            });
            waiting.clear();
            if (copy != null) {
                copy.close();
            }
            say("The store can be written again; everything from the meantime is saved.");
            return true;
        } catch (IOException | SQLException _) {
            memory = copy;
            dropDisk();
            return false;
        }
    }

    private void dropDisk() {
        Disk dropped = disk;
        disk = null;
        try {
            if (dropped != null) {
                dropped.close();
            }
        } catch (SQLException fault) {
            say("The store's file could not be closed (" + fault.getMessage() + ").");
        }
    }

    private void toMemory(String why, boolean retried) {
        try {
            Connection copy = Connections.memory();
            boolean whole = MemoryCopy.fill(copy, data, disk, MOST_IN_MEMORY);
            Migrations.run(copy);
            memory = copy;
            keepsWaiting = retried && (whole || !Files.exists(data.database()));
            lastTry = clock.instant();
            dropDisk();
        } catch (SQLException fault) {
            throw failure(fault);
        }
        say(why + ". The program goes on in memory" + (keepsWaiting ? " and saves as soon as it can." : "; this session's records are not kept."));
    }

    private void say(String notice) {
        notices.add(notice);
        listeners.forEach(listener -> listener.accept(notice));
    }

    private StoreException failure(SQLException fault) {
        return StoreException.of(fault, data.folder());
    }
}
