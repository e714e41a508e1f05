package dev.codeheals.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The steps that bring a store to the newest schema; the file's {@code user_version} counts the steps done.
///
/// A step that was released is never changed: a new one is added at the end.
final class Migrations {
    private static final List<String> STEPS = List.of("001-journal.sql", "002-knowledge.sql", "003-cluster-rules.sql", "004-spend.sql");

    private Migrations() {}

    static int newest() {
        return STEPS.size();
    }

    static int version(Connection connection) throws SQLException {
        String found = Connections.text(connection, "PRAGMA user_version");
        return found.isEmpty() ? 0 : Integer.parseInt(found);
    }

    /// Runs the missing steps, each in its own transaction.
    static void run(Connection connection) throws SQLException {
        run(connection, newest());
    }

    /// Runs the missing steps up to a version.
    static void run(Connection connection, int wanted) throws SQLException {
        for (int step = version(connection); step < wanted; step++) {
            String script = script(STEPS.get(step));
            int reached = step + 1;
            Connections.transaction(connection, "BEGIN IMMEDIATE", c -> {
                Connections.execute(c, script);
                Connections.execute(c, "PRAGMA user_version = " + reached);
                return reached;
            });
        }
    }

    private static String script(String name) {
        try (InputStream resource = Migrations.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its schema step " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program cannot read its schema step " + name, e);
        }
    }
}
