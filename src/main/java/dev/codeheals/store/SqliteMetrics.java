package dev.codeheals.store;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.context.MetricsQuery;
import dev.codeheals.engine.context.MetricsSource;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Decision;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The numbers behind every chart, from the journal's columns. A row that is not what was written is left out, and the journal looks at it.
public final class SqliteMetrics implements MetricsSource {
    private static final Set<Outcome> NOT_KEPT = EnumSet.of(Outcome.REJECTED, Outcome.UNDONE, Outcome.REFUSED, Outcome.ABORTED, Outcome.NOT_HEALED);
    private static final String ATTEMPTS = "SELECT " + StoredEnvelope.LIGHT + """
            , (SELECT duration_ms FROM attempt_facts f WHERE f.envelope_id = envelopes.envelope_id) AS duration
            FROM envelopes WHERE quarantined = 0 AND created_at >= ? AND created_at < ? AND (? IS NULL OR project = ?)
            ORDER BY sequence""";

    private final Database database;
    private final SqliteJournal journal;

    public SqliteMetrics(Database database, SqliteJournal journal) {
        this.database = database;
        this.journal = journal;
    }

    @Override
    public Metrics measure(MetricsQuery query) {
        List<String> damaged = new ArrayList<>();
        Metrics metrics = database.read(connection -> {
            damaged.clear();
            try (PreparedStatement statement = connection.prepareStatement(ATTEMPTS)) {
                Sql.bind(statement, query.from().toEpochMilli(), query.until().toEpochMilli(), query.project(), query.project());
                return sum(statement, damaged);
            }
        });
        damaged.forEach(journal::find);
        return metrics;
    }

    private static Metrics sum(PreparedStatement statement, List<String> damaged) throws SQLException {
        MetricsSum sum = new MetricsSum();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                try {
                    sum.add(attempt(StoredEnvelope.light(row), row.getLong("duration")));
                } catch (IllegalArgumentException _) {
                    damaged.add(row.getString("envelope_id"));
                }
            }
        }
        return sum.result();
    }

    private static MetricsSum.Attempt attempt(EnvelopeRow row, long millis) {
        boolean healed = row.decision() == Decision.PROMOTE && !NOT_KEPT.contains(row.outcome());
        return new MetricsSum.Attempt(row.healId(), row.createdAt().toEpochMilli(), row.errorCode(), row.source(),
                row.confidence() == null ? Double.NaN : row.confidence(), healed, row.outcome() == Outcome.PROPOSED, millis);
    }
}
