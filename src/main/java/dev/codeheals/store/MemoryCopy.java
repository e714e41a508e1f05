package dev.codeheals.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Fills a database in memory from the one on disk, by way of a compact copy in the system's temporary folder.
final class MemoryCopy {
    private MemoryCopy() {}

    /// @return whether everything on disk is in memory now
    static boolean fill(Connection memory, DataFolder data, @Nullable Disk open, long most) {
        try {
            if (open == null && (!Files.exists(data.database()) || Files.size(data.database()) == 0)) {
                return true;
            }
            if (Files.exists(data.database()) && Files.size(data.database()) > most) {
                return false;
            }
            return open == null ? fromFile(memory, data.database()) : from(memory, open.writer());
        } catch (IOException | SQLException _) {
            return false;
        }
    }

    // A folder without write access has no room for the log's index file: then the file is read as it stands.
    private static boolean fromFile(Connection memory, Path file) throws IOException, SQLException {
        try (Connection source = Connections.immutable(file)) {
            return from(memory, source);
        }
    }

    private static boolean from(Connection memory, Connection source) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("codeheals");
        Path copy = folder.resolve("copy.db");
        try {
            Backup.copy(source, copy);
            Connections.execute(memory, "restore from '" + copy.toString().replace("'", "''") + "'");
            return true;
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }
}
