package dev.codeheals.report;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// Changes a store behind its back.
final class Tampering {
    private Tampering() {}

    static void changeFirstRecord(Path folder) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("codeheals.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE envelopes SET cluster_id = 'RES.NAME_ERROR:other' WHERE sequence = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
