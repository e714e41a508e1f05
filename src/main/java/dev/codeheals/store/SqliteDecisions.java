package dev.codeheals.store;

import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.OutcomeChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the chain of decisions. One that is not what was written is left out, and the journal looks at its envelope; checking the links is
/// {@link SqliteJournal#verifyChain()}'s part.
public final class SqliteDecisions {
    private final Database database;
    private final SqliteJournal journal;

    public SqliteDecisions(Database database, SqliteJournal journal) {
        this.database = database;
        this.journal = journal;
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
        Set<String> damaged = new TreeSet<>();
        List<OutcomeChange> sound = database.read(connection -> {
            damaged.clear();
            List<OutcomeChange> changes = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement("SELECT d.* FROM decisions d JOIN envelopes e"
                    + " ON e.envelope_id = d.envelope_id AND e.quarantined = 0 " + where + " ORDER BY d.sequence")) {
                Sql.bind(query, values);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Decided decided = Decided.read(row);
                        if (decided.hash().equals(row.getString("decision_hash"))) {
                            changes.add(new OutcomeChange(decided.sequence(), decided.envelopeId(), Outcome.ofWireName(decided.outcome()),
                                    decided.reason(), Instant.ofEpochMilli(decided.decidedAt())));
                        } else {
                            damaged.add(decided.envelopeId());
                        }
                    }
                }
            }
            return changes;
        });
        damaged.forEach(journal::find);
        return sound;
    }
}
