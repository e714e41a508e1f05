package dev.codeheals.store;

import dev.codeheals.engine.score.FixOutcomes;
import dev.codeheals.engine.score.JudgedFix;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What became of the fixes this user judged, in SQLite.
public final class SqliteOutcomes implements FixOutcomes {
    private static final String COLUMNS = "envelope_id, project, cluster_id, family, source, raw, predicted, held, why, judged_at";
    private static final String JUDGE = "INSERT INTO judged_fixes (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (envelope_id) DO UPDATE SET held = excluded.held, why = excluded.why, judged_at = excluded.judged_at";

    private final Database database;

    public SqliteOutcomes(Database database) {
        this.database = database;
    }

    @Override
    public void judge(JudgedFix fix) {
        database.inTransaction(connection -> Sql.update(connection, JUDGE, fix.envelopeId(), fix.project(), fix.clusterId(), fix.family(),
                fix.source(), fix.raw(), fix.predicted(), fix.right() ? 1 : 0, fix.why(), fix.at().toEpochMilli()));
    }

    @Override
    public List<JudgedFix> since(Instant from, String project, String clusterId) {
        return fixes("SELECT " + COLUMNS + " FROM checked_judged_fixes WHERE sound AND project = ? AND cluster_id = ? AND judged_at >= ?"
                + " ORDER BY judged_at DESC LIMIT 200", project, clusterId, from.toEpochMilli());
    }

    @Override
    public List<JudgedFix> ofFamily(String family) {
        return fixes("SELECT " + COLUMNS + " FROM checked_judged_fixes WHERE sound AND family = ? ORDER BY judged_at DESC LIMIT 500", family);
    }

    @Override
    public List<JudgedFix> all() {
        return fixes("SELECT " + COLUMNS + " FROM checked_judged_fixes WHERE sound ORDER BY judged_at DESC LIMIT 5000");
    }

    private List<JudgedFix> fixes(String sql, Object... values) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Sql.bind(statement, values);
                return read(statement);
            }
        });
    }

    private static List<JudgedFix> read(PreparedStatement statement) throws SQLException {
        List<JudgedFix> fixes = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                fixes.add(new JudgedFix(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getDouble(6),
                        row.getDouble(7), row.getInt(8) != 0, row.getString(9), Instant.ofEpochMilli(row.getLong(10))));
            }
        }
        return fixes;
    }
}
