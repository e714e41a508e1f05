package dev.codeheals.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.project.ProjectRegistry;
import dev.codeheals.project.ProjectSettings;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The known projects in SQLite.
public final class SqliteProjects implements ProjectRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "SELECT root, trusted, settings, opened_at FROM checked_projects WHERE sound ";

    private final Database database;

    public SqliteProjects(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ProjectSettings> find(Path root) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + "AND root = ?")) {
                query.setString(1, root.toString());
                return read(query).stream().findFirst();
            }
        });
    }

    @Override
    public void save(ProjectSettings settings) {
        database.inTransaction(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO projects (root, trusted, settings, opened_at)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (root) DO UPDATE SET trusted = excluded.trusted, settings = excluded.settings,"
                    + " opened_at = excluded.opened_at")) {
                upsert.setString(1, settings.root().toString());
                upsert.setBoolean(2, settings.trusted());
                upsert.setString(3, json(settings));
                upsert.setLong(4, settings.openedAt().toEpochMilli());
                return upsert.executeUpdate();
            }
        });
    }

    @Override
    public List<ProjectSettings> recent() {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(SELECT + "ORDER BY opened_at DESC")) {
                return read(query);
            }
        });
    }

    @Override
    public void forget(Path root) {
        database.inTransaction(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("DELETE FROM projects WHERE root = ?")) {
                delete.setString(1, root.toString());
                return delete.executeUpdate();
            }
        });
    }

    private static List<ProjectSettings> read(PreparedStatement query) throws SQLException {
        List<ProjectSettings> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                JsonNode settings = tree(rows.getString(3));
                found.add(new ProjectSettings(Path.of(rows.getString(1)), rows.getBoolean(2), text(settings, "command"),
                        text(settings, "interpreter"), settings.path("watching").asBoolean(), settings.path("auto").asBoolean(),
                        settings.path("allow_tests").asBoolean(), Instant.ofEpochMilli(rows.getLong(4))));
            }
        }
        return found;
    }

    private static String json(ProjectSettings settings) {
        ObjectNode node = JSON.createObjectNode();
        node.put("command", settings.command()).put("interpreter", settings.interpreter()).put("watching", settings.watching());
        return node.put("auto", settings.auto()).put("allow_tests", settings.allowTests()).toString();
    }

    /// Settings that cannot be read count as none: the project is as if seen for the first time, but for its trust.
    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException _) {
            return JSON.createObjectNode();
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
