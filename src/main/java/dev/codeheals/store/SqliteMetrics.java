package dev.codeheals.store;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.context.MetricsSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The numbers behind every chart, straight from the journal's columns.
public final class SqliteMetrics implements MetricsSource {
    private static final String ATTEMPTS = """
            SELECT e.heal_id, e.created_at, e.error_code, e.source, e.confidence,
                   e.decision = 'PROMOTE' AND e.outcome NOT IN ('rejected', 'undone', 'refused', 'aborted', 'not_healed') AS healed,
                   e.outcome = 'proposed' AS waiting, coalesce(f.duration_ms, 0) AS duration
            FROM envelopes e LEFT JOIN attempt_facts f ON f.envelope_id = e.envelope_id
            WHERE e.quarantined = 0 AND e.created_at >= ? AND e.created_at < ? AND (? IS NULL OR e.project = ?)
            ORDER BY e.sequence""";

    private final Database database;

    public SqliteMetrics(Database database) {
        this.database = database;
    }

    @Override
    public Metrics measure(MetricsQuery query) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ATTEMPTS)) {
                Sql.bind(statement, query.from().toEpochMilli(), query.until().toEpochMilli(), query.project(), query.project());
                return sum(statement);
            }
        });
    }

    private static Metrics sum(PreparedStatement statement) throws SQLException {
        MetricsSum sum = new MetricsSum();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                double confidence = row.getDouble("confidence");
                boolean scored = !row.wasNull();
                sum.add(new MetricsSum.Attempt(row.getString("heal_id"), row.getLong("created_at"), row.getString("error_code"),
                        row.getString("source"), scored ? confidence : Double.NaN, row.getInt("healed") != 0, row.getInt("waiting") != 0,
                        row.getLong("duration")));
            }
        }
        return sum.result();
    }
}
