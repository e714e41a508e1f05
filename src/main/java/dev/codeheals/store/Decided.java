package dev.codeheals.store;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.envelope.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// One outcome of an envelope, chained to the decision before it.
record Decided(long sequence, String envelopeId, String envelopeHash, String outcome, String reason, long decidedAt, String previousHash) {

    String hash() {
        return PacketHash.sha256(String.join("\n", Long.toString(sequence), envelopeId, envelopeHash, outcome, Long.toString(decidedAt),
                previousHash, reason));
    }

    static Decided read(ResultSet row) throws SQLException {
        return new Decided(row.getLong("sequence"), row.getString("envelope_id"), row.getString("envelope_hash"), row.getString("outcome"),
                row.getString("reason"), row.getLong("decided_at"), row.getString("previous_hash"));
    }

    /// Appends a decision at the end of the chain.
    static void append(Connection connection, String envelopeId, String envelopeHash, Outcome outcome, String reason, long at)
            throws SQLException {
        long sequence = 1;
        String previous = "";
        try (PreparedStatement last = connection.prepareStatement("SELECT sequence, decision_hash FROM decisions ORDER BY sequence DESC LIMIT 1");
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                sequence = row.getLong(1) + 1;
                previous = row.getString(2);
            }
        }
        Decided decided = new Decided(sequence, envelopeId, envelopeHash, outcome.wireName(), reason, at, previous);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO decisions (sequence, envelope_id, envelope_hash, outcome,"
                + " reason, decided_at, previous_hash, decision_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, sequence);
            insert.setString(2, envelopeId);
            insert.setString(3, envelopeHash);
            insert.setString(4, decided.outcome());
            insert.setString(5, reason);
            insert.setLong(6, at);
            insert.setString(7, previous);
            insert.setString(8, decided.hash());
            insert.executeUpdate();
        }
    }
}
