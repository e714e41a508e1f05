package dev.codeheals.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// Opens SQLite connections and reads SQLite's faults: the one place that knows the dialect's switches.
final class Connections {
    /// Other processes hold the write lock for milliseconds; this long means that something hangs.
    private static final int BUSY_MILLIS = 15_000;

    private Connections() {}

    /// A connection that writes durably: write-ahead log, synced at every commit.
    static Connection writer(Path file) throws SQLException {
        SQLiteConfig config = common();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return open("jdbc:sqlite:" + file, config);
    }

    /// A connection that cannot write.
    static Connection reader(Path file) throws SQLException {
        SQLiteConfig config = common();
        Connection connection = open("jdbc:sqlite:" + file, config);
        execute(connection, "PRAGMA query_only = 1");
        return connection;
    }

    /// A connection that takes the file as it is and touches nothing beside it: for folders that cannot be written.
    static Connection immutable(Path file) throws SQLException {
        return opened(file, "immutable=1");
    }

    /// A connection that never writes the file, nor merges its log into it.
    static Connection readOnly(Path file) throws SQLException {
        return opened(file, "mode=ro");
    }

    private static Connection opened(Path file, String how) throws SQLException {
        SQLiteConfig config = common();
        config.resetOpenMode(SQLiteOpenMode.READWRITE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.READONLY);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        return open("jdbc:sqlite:" + file.toUri().toString().replace("file:///", "file:/") + "?" + how, config);
    }

    static Connection memory() throws SQLException {
        return open("jdbc:sqlite::memory:", common());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    /// Runs the work between BEGIN and COMMIT; rolls back on any fault.
    static <T> T transaction(Connection connection, String begin, SqlWork<T> work) throws SQLException {
        execute(connection, begin);
        boolean done = false;
        try {
            T result = work.run(connection);
            execute(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    // After some faults (disk full, I/O) SQLite has rolled back already and says "no transaction is active".
    private static void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            if (damaged(alreadyRolledBack)) {
                throw new StoreException(StoreException.Kind.DAMAGED, "The store is damaged.", alreadyRolledBack);
            }
        }
    }

    static StoreException.Kind kind(SQLException fault) {
        int code = fault instanceof SQLiteException sqlite ? sqlite.getResultCode().code : fault.getErrorCode();
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ.code) {
            return StoreException.Kind.DAMAGED;
        }
        // The shared memory beside the file could not grow: nothing but a full disk keeps it from that.
        if (code == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE.code) {
            return StoreException.Kind.DISK_FULL;
        }
        return switch (SQLiteErrorCode.getErrorCode(code & 0xFF)) {
            case SQLITE_FULL -> StoreException.Kind.DISK_FULL;
            case SQLITE_READONLY, SQLITE_PERM -> StoreException.Kind.READ_ONLY;
            case SQLITE_BUSY, SQLITE_LOCKED -> StoreException.Kind.BUSY;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> StoreException.Kind.DAMAGED;
            case SQLITE_CANTOPEN, SQLITE_IOERR -> StoreException.Kind.UNREACHABLE;
            default -> StoreException.Kind.FAULTY;
        };
    }

    static boolean damaged(SQLException fault) {
        return kind(fault) == StoreException.Kind.DAMAGED;
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        return config;
    }

    private static Connection open(String url, SQLiteConfig config) throws SQLException {
        Properties properties = config.toProperties();
        Connection connection = new org.sqlite.JDBC().connect(url, properties);
        Seal.teach(connection);
        return connection;
    }
}
