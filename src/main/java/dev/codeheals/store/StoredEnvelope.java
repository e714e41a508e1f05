package dev.codeheals.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJson;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.score.Decision;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// One row of the journal as it was found, before it is believed.
///
/// @param problem why it cannot be believed; empty for a sound row
record StoredEnvelope(long sequence, String envelopeId, byte[] body, Optional<Envelope> envelope, String problem) {
    static final String LIGHT = "sequence, envelope_id, heal_id, project, created_at, attempt, error_code, cluster_id, source, confidence,"
            + " decision, breaker_state, outcome, envelope_hash, edits_hash, row_hash";
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Reads the row under the cursor: columns {@link #LIGHT}, {@code previous_hash} and {@code body}.
    static StoredEnvelope read(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        String id = String.valueOf(row.getString("envelope_id"));
        byte[] body = row.getBytes("body");
        try {
            EnvelopeRow light = light(row);
            byte[] plain = Packed.unpack(body);
            Envelope written = EnvelopeJson.read(JSON.readTree(plain));
            Envelope found = written.chained(written.sequence(), written.previousHash(), row.getString("envelope_hash"))
                    .withOutcome(light.outcome());
            String problem = found.previousHash().equals(row.getString("previous_hash")) ? problem(found, light, plain)
                    : "The record's link was changed.";
            return new StoredEnvelope(sequence, id, body, problem.isEmpty() ? Optional.of(found) : Optional.empty(), problem);
        } catch (IOException | IllegalArgumentException e) {
            return new StoredEnvelope(sequence, id, body, Optional.empty(), "The record cannot be read: " + e.getMessage());
        }
    }

    // The body is stored in canonical form, so its own bytes are what was hashed: no second canonicalisation on the way out.
    private static String problem(Envelope found, EnvelopeRow light, byte[] plain) {
        if (!found.sealed().intact()) {
            return "The diagnosis is not the one that was sealed.";
        }
        if (!PacketHash.sha256(plain).equals(found.envelopeHash())) {
            return "The record is not the one that was written.";
        }
        return rowOf(found).equals(light) ? "" : "The record's index says something else than the record.";
    }

    static EnvelopeRow rowOf(Envelope e) {
        return new EnvelopeRow(e.sequence(), e.envelopeId(), e.healId(), e.project(), e.createdAt(), e.attempt(),
                e.sealed().diagnosis().errorCode(), e.sealed().diagnosis().clusterId(), e.source(),
                e.confidence() == null ? null : Double.valueOf(e.confidence().overall()), e.decision(), e.breakerState(), e.outcome());
    }

    /// The light fields of the row under the cursor.
    ///
    /// @throws IllegalArgumentException if they are not the ones that were written
    static EnvelopeRow light(ResultSet row) throws SQLException {
        double confidence = row.getDouble("confidence");
        boolean unverified = row.wasNull();
        EnvelopeRow light = new EnvelopeRow(row.getLong("sequence"), row.getString("envelope_id"), row.getString("heal_id"),
                row.getString("project"), Instant.ofEpochMilli(row.getLong("created_at")), row.getInt("attempt"), row.getString("error_code"),
                row.getString("cluster_id"), row.getString("source"), unverified ? null : Double.valueOf(confidence), Decision.valueOf(row.getString("decision")),
                BreakerState.valueOf(row.getString("breaker_state")), Outcome.ofWireName(row.getString("outcome")));
        boolean sealed = rowHash(light, row.getString("envelope_hash"), row.getString("edits_hash")).equals(row.getString("row_hash"));
        // neither the high bits of a number nor the case of a word may hide a change
        if (!sealed || row.getLong("attempt") != light.attempt() || !light.outcome().wireName().equals(row.getString("outcome"))) {
            throw new IllegalArgumentException("The record's index was changed.");
        }
        return light;
    }

    /// Seals the columns that lists are made from, so that they need not read the body to be believed.
    static String rowHash(EnvelopeRow r, String envelopeHash, String editsHash) {
        return PacketHash.sha256(String.join("\n", Long.toString(r.sequence()), r.envelopeId(), r.healId(), r.project(),
                Long.toString(r.createdAt().toEpochMilli()), Integer.toString(r.attempt()), r.errorCode(), r.clusterId(), r.source(),
                String.valueOf(r.confidence()), r.decision().name(), r.breakerState().name(), r.outcome().name(), envelopeHash, editsHash));
    }

    static void bindLight(PreparedStatement insert, EnvelopeRow r, String envelopeHash, String editsHash) throws SQLException {
        insert.setLong(1, r.sequence());
        insert.setString(2, r.envelopeId());
        insert.setString(3, r.healId());
        insert.setString(4, r.project());
        insert.setLong(5, r.createdAt().toEpochMilli());
        insert.setInt(6, r.attempt());
        insert.setString(7, r.errorCode());
        insert.setString(8, r.clusterId());
        insert.setString(9, r.source());
        insert.setObject(10, r.confidence());
        insert.setString(11, r.decision().name());
        insert.setString(12, r.breakerState().name());
        insert.setString(13, r.outcome().wireName());
        insert.setString(14, envelopeHash);
        insert.setString(15, editsHash);
        insert.setString(16, rowHash(r, envelopeHash, editsHash));
    }
}
