package dev.codeheals.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills a database in memory from the one on disk.
final class MemoryCopy {
    private MemoryCopy() {}

    /// @param open the file's open connections; null if it could not be opened, or must not be changed
    /// @return whether everything on disk is in memory now
    static boolean fill(Connection memory, DataFolder data, @Nullable Disk open, long most) {
        try {
            if (open == null && (!Files.exists(data.database()) || Files.size(data.database()) == 0)) {
                return true;
            }
            if (Files.exists(data.database()) && Files.size(data.database()) > most) {
                return false;
            }
        } catch (IOException _) {
            return false;
        }
        List<Way> ways = open == null ? List.of(() -> fromClosed(memory, Connections.readOnly(data.database())),
                () -> fromClosed(memory, Connections.immutable(data.database())))
                : List.of(() -> Connections.execute(memory, restore(data.database())), () -> byCopy(memory, open.writer()));
        return ways.stream().anyMatch(MemoryCopy::succeeds);
    }

    private interface Way {
        void go() throws IOException, SQLException;
    }

    private static boolean succeeds(Way way) {
        try {
            way.go();
            return true;
        } catch (IOException | SQLException _) {
            return false;
        }
    }

    private static void fromClosed(Connection memory, Connection source) throws IOException, SQLException {
        try (source) {
            byCopy(memory, source);
        }
    }

    // By way of the system's temporary folder: the only way that works for a file whose name is gone, and that leaves a file alone.
    private static void byCopy(Connection memory, Connection source) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("codeheals");
        Path copy = folder.resolve("copy.db");
        try {
            Backup.copy(source, copy);
            Connections.execute(memory, restore(copy));
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    private static String restore(Path file) {
        return "restore from '" + file.toString().replace("'", "''") + "'";
    }
}
