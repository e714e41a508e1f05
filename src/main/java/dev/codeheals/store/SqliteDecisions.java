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
        return database.read(connection -> {
            List<OutcomeChange> changes = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT d.envelope_id, d.outcome, d.reason, d.decided_at FROM decisions d"
                    + " JOIN envelopes e ON e.envelope_id = d.envelope_id WHERE e.quarantined = 0 AND e.created_at >= ?"
                    + " AND (? IS NULL OR e.project = ?) ORDER BY d.sequence")) {
                Sql.bind(query, from.toEpochMilli(), project, project);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        changes.add(new OutcomeChange(row.getString(1), Outcome.ofWireName(row.getString(2)), row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4))));
                    }
                }
            }
            return changes;
        });
    }
}
