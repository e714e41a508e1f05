package dev.codeheals.store;

import dev.codeheals.engine.classify.ClusterRuleBook;
import dev.codeheals.engine.classify.ClusterRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The user's merges and splits of clusters in SQLite. Reading costs nothing: what was read last is kept in memory.
public final class SqliteClusterRules implements ClusterRuleBook {
    private static final String INSERT = "INSERT INTO cluster_rules (cluster, place, target) VALUES (?, ?, ?)";
    private static final String SOUND = "checked_cluster_rules WHERE sound";
    private static final String WHOLE = "";
    private static final int SINCE = 3;
    private static final int SEALED_SINCE = 7;

    /// An empty file that lies beside a store with rules. Most people make none, and opening the store takes longer than telling what a text holds.
    private static final String MARK = "cluster-rules";

    private final Database database;
    private volatile ClusterRules rules;

    public SqliteClusterRules(Database database) {
        this.database = database;
        this.rules = database.read(SqliteClusterRules::read);
        if (!rules.equals(ClusterRules.NONE)) {
            mark();
        }
    }

    /// The rules in a data folder that is not opened; none where there is no store, or one from before there were rules.
    public static ClusterRules keptIn(Path folder) {
        Path file = folder.resolve(DataFolder.DATABASE);
        if (!Files.exists(folder.resolve(MARK)) || !Files.isRegularFile(file)) {
            return ClusterRules.NONE;
        }
        try (Connection connection = Connections.readOnly(file)) {
            return Migrations.version(connection) < SINCE ? ClusterRules.NONE
                    : read(connection, Migrations.version(connection) < SEALED_SINCE ? "cluster_rules" : SOUND);
        } catch (SQLException unreadable) {
            // A store in trouble says so when it is opened; telling what a text holds must work without it.
            return ClusterRules.NONE;
        }
    }

    @Override
    public ClusterRules get() {
        return rules;
    }

    @Override
    public synchronized ClusterRules change(UnaryOperator<ClusterRules> change) {
        mark();
        rules = database.inTransaction(connection -> {
            ClusterRules next = change.apply(read(connection));
            Sql.update(connection, "DELETE FROM cluster_rules");
            for (Map.Entry<String, String> move : next.moved().entrySet()) {
                Sql.update(connection, INSERT, move.getKey(), WHOLE, move.getValue());
            }
            for (Map.Entry<String, Map<String, String>> split : next.splits().entrySet()) {
                for (Map.Entry<String, String> place : split.getValue().entrySet()) {
                    Sql.update(connection, INSERT, split.getKey(), place.getKey(), place.getValue());
                }
            }
            return next;
        });
        return rules;
    }

    private void mark() {
        Path mark = database.folder().resolve(MARK);
        if (database.inMemory() || Files.exists(mark)) {
            return;
        }
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException _) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("The grouping could not be kept: " + e.getMessage(), e);
        }
    }

    private static ClusterRules read(Connection connection) throws SQLException {
        return read(connection, SOUND);
    }

    private static ClusterRules read(Connection connection, String table) throws SQLException {
        Map<String, String> moved = new HashMap<>();
        Map<String, Map<String, String>> splits = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT cluster, place, target FROM " + table);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (row.getString(2).equals(WHOLE)) {
                    moved.put(row.getString(1), row.getString(3));
                } else {
                    splits.computeIfAbsent(row.getString(1), cluster -> new HashMap<>()).put(row.getString(2), row.getString(3));
                }
            }
        }
        return new ClusterRules(moved, splits);
    }
}
