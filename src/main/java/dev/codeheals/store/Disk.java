package dev.codeheals.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/// One opened database file: a writer, and a few readers opened on demand.
final class Disk implements AutoCloseable {
    private static final int READERS = 4;

    private final Path file;
    private final Object identity;
    private final Connection writer;
    private final Semaphore turns = new Semaphore(READERS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Disk(Path file, Object identity, Connection writer) {
        this.file = file;
        this.identity = identity;
        this.writer = writer;
    }

    Object identity() {
        return identity;
    }

    Connection writer() {
        return writer;
    }

    /// Runs reads on one consistent state of the database.
    <T> T read(SqlWork<T> work) throws SQLException {
        turns.acquireUninterruptibly();
        try {
            Connection reader = take();
            try {
                return Connections.transaction(reader, "BEGIN", work);
            } finally {
                giveBack(reader);
            }
        } finally {
            turns.release();
        }
    }

    private Connection take() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new SQLException("The database was closed.");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return Connections.reader(file);
    }

    private void giveBack(Connection reader) throws SQLException {
        synchronized (idle) {
            if (!closed) {
                idle.push(reader);
                return;
            }
        }
        reader.close();
    }

    @Override
    public void close() throws SQLException {
        List<Connection> open;
        synchronized (idle) {
            closed = true;
            open = new ArrayList<>(idle);
            idle.clear();
        }
        for (Connection reader : open) {
            reader.close();
        }
        writer.close();
    }
}
