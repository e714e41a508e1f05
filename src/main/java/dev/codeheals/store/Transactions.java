package dev.codeheals.store;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Which transaction of one database each thread is in, so that work started inside another's becomes part of it.
final class Transactions {
    private static final ThreadLocal<@Nullable Running> RUNNING = new ThreadLocal<>();

    private record Running(Transactions of, Connection connection) {}

    /// The connection whose transaction the current thread is in.
    @Nullable Connection current() {
        Running running = RUNNING.get();
        return running != null && running.of() == this ? running.connection() : null;
    }

    /// Runs writes as a transaction of their own.
    <T> T write(Connection connection, SqlWork<T> work) throws SQLException {
        return Connections.transaction(connection, "BEGIN IMMEDIATE", c -> within(c, work));
    }

    /// Runs work whose inner work on the same thread joins it.
    <T> T within(Connection connection, SqlWork<T> work) throws SQLException {
        Running outer = RUNNING.get();
        RUNNING.set(new Running(this, connection));
        try {
            return work.run(connection);
        } catch (Joined inner) {
            throw inner.fault;
        } finally {
            RUNNING.set(outer);
        }
    }

    /// Runs work as part of the transaction the thread is in.
    <T> T join(Connection outer, SqlWork<T> work) {
        try {
            return work.run(outer);
        } catch (SQLException fault) {
            throw new Joined(fault);
        }
    }

    /// Takes a fault of joined work through to the transaction that owns the connection.
    private static final class Joined extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
        private final SQLException fault;

        Joined(SQLException fault) {
            super(fault);
            this.fault = fault;
        }
    }
}
