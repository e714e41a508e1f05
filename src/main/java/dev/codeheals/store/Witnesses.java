package dev.codeheals.store;

import dev.codeheals.engine.envelope.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What else the store knows about a record: its successor, the decisions about it, its time. A record that was rewritten together with its
/// own hash is given away by them.
final class Witnesses implements AutoCloseable {
    private final PreparedStatement successor;
    private final PreparedStatement decisions;
    private final PreparedStatement facts;

    private Witnesses(Connection connection) throws SQLException {
        successor = connection.prepareStatement("SELECT " + StoredEnvelope.LIGHT
                + ", previous_hash, body FROM envelopes WHERE sequence = ? AND previous_hash <> ?");
        decisions = connection.prepareStatement("SELECT * FROM decisions WHERE envelope_id = ? ORDER BY sequence");
        // stores of the first version kept no times; where one is missing, it must not be because it has another's name
        facts = connection.prepareStatement("SELECT 1 FROM attempt_facts WHERE envelope_id = ?1 AND duration_ms <> ?2 UNION ALL SELECT 1 WHERE NOT EXISTS"
                + " (SELECT 1 FROM attempt_facts WHERE envelope_id = ?1) AND EXISTS (SELECT 1 FROM attempt_facts WHERE envelope_id NOT IN"
                + " (SELECT envelope_id FROM envelopes))");
    }

    /// Those of the records found that all witnesses confirm; the others join the bad ones.
    static List<Envelope> confirmed(Connection connection, List<Envelope> found, List<StoredEnvelope> bad) throws SQLException {
        List<Envelope> confirmed = new ArrayList<>(found.size());
        try (Witnesses witnesses = new Witnesses(connection)) {
            for (Envelope envelope : found) {
                String objection = witnesses.objection(envelope);
                if (objection.isEmpty()) {
                    confirmed.add(envelope);
                } else {
                    bad.add(new StoredEnvelope(envelope.sequence(), envelope.envelopeId(), new byte[0], Optional.empty(), objection));
                }
            }
        }
        return confirmed;
    }

    /// The record, if it is marked as put in quarantine but nobody put it there.
    static List<StoredEnvelope> markedByNobody(Connection connection, String envelopeId) throws SQLException {
        List<StoredEnvelope> marked = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT sequence FROM envelopes WHERE envelope_id = ? AND quarantined <> 0"
                + " AND envelope_id NOT IN (SELECT envelope_id FROM quarantine)")) {
            query.setString(1, envelopeId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    marked.add(new StoredEnvelope(row.getLong(1), envelopeId, new byte[0], Optional.empty(), "It was marked as damaged by nobody."));
                }
            }
        }
        return marked;
    }

    private String objection(Envelope envelope) throws SQLException {
        if (successorNamesAnother(envelope)) {
            return "The next record vouches for another one in this place.";
        }
        if (!decisionsHold(envelope)) {
            return "A decision about it was changed.";
        }
        facts.setString(1, envelope.envelopeId());
        facts.setLong(2, envelope.durationMs());
        try (ResultSet row = facts.executeQuery()) {
            return row.next() ? "The time kept for it was changed." : "";
        }
    }

    private boolean successorNamesAnother(Envelope envelope) throws SQLException {
        successor.setLong(1, envelope.sequence() + 1);
        successor.setString(2, envelope.envelopeHash());
        try (ResultSet row = successor.executeQuery()) {
            return row.next() && StoredEnvelope.read(row).envelope().isPresent();
        }
    }

    private boolean decisionsHold(Envelope envelope) throws SQLException {
        decisions.setString(1, envelope.envelopeId());
        @Nullable String last = null;
        try (ResultSet row = decisions.executeQuery()) {
            while (row.next()) {
                Decided decided = Decided.read(row);
                if (!decided.hash().equals(row.getString("decision_hash")) || !decided.envelopeHash().equals(envelope.envelopeHash())) {
                    return false;
                }
                last = decided.outcome();
            }
        }
        return envelope.outcome().wireName().equals(last);
    }

    @Override
    public void close() throws SQLException {
        try (successor; decisions; facts) {
            // closes all three, whatever one of them throws
        }
    }
}
