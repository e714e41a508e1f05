package dev.codeheals.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The steps that bring a store to the newest schema; the file's {@code user_version} counts the steps done.
///
/// A step that was released is never changed: a new one is added at the end.
final class Migrations {
    private static final List<String> STEPS = List.of("001-journal.sql", "002-knowledge.sql", "003-cluster-rules.sql", "004-spend.sql", "005-pattern-orders.sql",
            "006-pattern-seals.sql", "007-row-seals.sql");

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

    /// What a schema is made of: columns by their tables, and the text of everything else.
    static Set<String> shape(Connection connection) throws SQLException {
        Set<String> shape = new TreeSet<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
                UNION ALL SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL""")) {
            while (row.next()) {
                shape.add(row.getString(1));
            }
        }
        return shape;
    }

    /// The shape that a version has when it is whole.
    static Set<String> shapeOf(int version) throws SQLException {
        try (Connection whole = Connections.memory()) {
            run(whole, version);
            return shape(whole);
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
