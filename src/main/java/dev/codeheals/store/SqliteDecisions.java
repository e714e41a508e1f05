package dev.codeheals.store;

import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.OutcomeChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the chain of decisions. Checking it is {@link SqliteJournal#verifyChain()}'s part.
public final class SqliteDecisions {
    private final Database database;

    public SqliteDecisions(Database database) {
        this.database = database;
    }

    /// Decisions about envelopes made from then on, oldest first; null for all projects.
    public List<OutcomeChange> about(Instant from, @Nullable String project) {
        return changes("WHERE e.created_at >= ? AND (? IS NULL OR e.project = ?)", from.toEpochMilli(), project, project);
    }

    /// Decisions that come after that place in the chain, oldest first.
    public List<OutcomeChange> after(long sequence, int limit) {
        return changes("WHERE d.sequence > ? AND d.sequence <= ? + ?", sequence, sequence, limit);
    }

    /// The newest decision's place in the chain; 0 if there is none.
    public long last() {
        return database.read(connection -> Sql.longs(connection, "SELECT coalesce(max(sequence), 0) FROM decisions").getFirst());
    }

    private List<OutcomeChange> changes(String where, @Nullable Object... values) {
        return database.read(connection -> {
            List<OutcomeChange> changes = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT d.sequence, d.envelope_id, d.outcome, d.reason, d.decided_at"
                    + " FROM decisions d JOIN envelopes e ON e.envelope_id = d.envelope_id AND e.quarantined = 0 " + where
                    + " ORDER BY d.sequence")) {
                Sql.bind(query, values);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        changes.add(new OutcomeChange(row.getLong(1), row.getString(2), Outcome.ofWireName(row.getString(3)), row.getString(4),
                                Instant.ofEpochMilli(row.getLong(5))));
                    }
                }
            }
            return changes;
        });
    }
}
