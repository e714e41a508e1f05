package dev.codeheals.store;

import dev.codeheals.engine.classify.PacketHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Walks both hash chains of the journal from the first link to the last.
final class ChainCheck {
    private final List<ChainReport.Break> breaks = new ArrayList<>();

    /// Looks at everything; changes nothing.
    ChainReport run(Connection connection) throws SQLException {
        long envelopes = envelopes(connection);
        long decisions = decisions(connection);
        unbacked(connection);
        marked(connection);
        return new ChainReport(envelopes, decisions, breaks);
    }

    private long envelopes(Connection connection) throws SQLException {
        long count = 0;
        long expected = 1;
        String previous = "";
        try (PreparedStatement query = connection.prepareStatement("SELECT " + StoredEnvelope.LIGHT
                + ", previous_hash, body, edits FROM envelopes ORDER BY sequence"); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                StoredEnvelope found = StoredEnvelope.read(row);
                if (found.sequence() != expected) {
                    broken(expected, "", "Records " + expected + " to " + (found.sequence() - 1) + " are missing.");
                } else if (!row.getString("previous_hash").equals(previous)) {
                    broken(found.sequence(), found.envelopeId(), "It does not follow the record before it.");
                }
                if (!found.problem().isEmpty()) {
                    broken(found.sequence(), found.envelopeId(), found.problem());
                } else if (!PacketHash.sha256(row.getBytes("edits")).equals(row.getString("edits_hash"))) {
                    broken(found.sequence(), found.envelopeId(), "The fix kept with it was changed.");
                }
                previous = row.getString("envelope_hash");
                expected = found.sequence() + 1;
                count++;
            }
        }
        return count;
    }

    private long decisions(Connection connection) throws SQLException {
        long count = 0;
        String previous = "";
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM decisions ORDER BY sequence");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                count++;
                Decided decided = Decided.read(row);
                if (!decided.previousHash().equals(previous) || !decided.hash().equals(row.getString("decision_hash"))) {
                    broken(decided.sequence(), decided.envelopeId(), "A decision about it was changed.");
                }
                previous = row.getString("decision_hash");
            }
        }
        return count;
    }

    // The last envelopes of a chain could be cut off without a trace, were it not for the decisions that name them.
    private void unbacked(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT d.sequence, d.envelope_id FROM decisions d LEFT JOIN envelopes e"
                + " ON e.envelope_id = d.envelope_id AND e.envelope_hash = d.envelope_hash WHERE e.envelope_id IS NULL ORDER BY d.sequence");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                broken(row.getLong(1), row.getString(2), "There is a decision about it, but the record itself is missing or another one.");
            }
        }
    }

    private void marked(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT sequence, envelope_id FROM envelopes WHERE quarantined <> 0"
                + " AND envelope_id NOT IN (SELECT envelope_id FROM quarantine) ORDER BY sequence"); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                broken(row.getLong(1), row.getString(2), "It was marked as damaged by nobody.");
            }
        }
    }

    private void broken(long sequence, String envelopeId, String problem) {
        breaks.add(new ChainReport.Break(sequence, envelopeId, problem));
    }
}
