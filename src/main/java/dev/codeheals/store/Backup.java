package dev.codeheals.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Verified copies of the database.
final class Backup {
    private static final int KEPT = 3;

    private final DataFolder data;

    Backup(DataFolder data) {
        this.data = data;
    }

    /// Copies the database behind the connection; only a copy that passes its own check is kept.
    Path make(Connection source) throws IOException, SQLException {
        Path making = data.newBackup();
        copy(source, making);
        if (!verified(making)) {
            Files.deleteIfExists(making);
            throw new IOException("The backup did not pass its check.");
        }
        return data.keep(making, KEPT);
    }

    /// Writes a compact copy to a file that must not exist.
    static void copy(Connection source, Path target) throws SQLException {
        Connections.execute(source, "VACUUM INTO '" + target.toString().replace("'", "''") + "'");
    }

    /// Whether a file is a whole database of a schema this program knows.
    static boolean verified(Path file) {
        try (Connection connection = Connections.reader(file)) {
            int version = Migrations.version(connection);
            return version > 0 && version <= Migrations.newest()
                    && Connections.text(connection, "PRAGMA integrity_check(1)").equals("ok");
        } catch (SQLException _) {
            return false;
        }
    }
}
