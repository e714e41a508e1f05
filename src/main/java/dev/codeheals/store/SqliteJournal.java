package dev.codeheals.store;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.EnvelopeJson;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.repair.FileEdit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/// The journal in SQLite. Thread-safe; several processes may append to one file.
public final class SqliteJournal implements EnvelopeJournal {
    private static final String FULL = "SELECT " + StoredEnvelope.LIGHT + ", previous_hash, body FROM envelopes WHERE quarantined = 0";

    private final Database database;
    private final InstantSource clock;
    private final List<Consumer<Quarantined>> listeners = new CopyOnWriteArrayList<>();

    public SqliteJournal(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A record that is not what was written. It is kept aside and never returned again.
    public record Quarantined(long sequence, String envelopeId, String problem) {}

    /// Hears of every record put in quarantine, on the thread that met it.
    public void onQuarantine(Consumer<Quarantined> listener) {
        listeners.add(listener);
    }

    @Override
    public Envelope append(Envelope envelope, List<FileEdit> edits) {
        if (!envelope.sealed().intact()) {
            throw new StoreException(StoreException.Kind.FAULTY, "The diagnosis of this attempt was changed after it was sealed; it is not kept.");
        }
        return database.inTransaction(connection -> append(connection, envelope, edits));
    }

    private static Envelope append(Connection connection, Envelope given, List<FileEdit> edits) throws SQLException {
        long sequence = 1;
        String previous = "";
        try (PreparedStatement last = connection.prepareStatement("SELECT sequence, envelope_hash FROM envelopes ORDER BY sequence DESC LIMIT 1");
                ResultSet row = last.executeQuery()) {
            if (row.next()) {
                sequence = row.getLong(1) + 1;
                previous = row.getString(2);
            }
        }
        Envelope placed = truncated(given).chained(sequence, previous, "");
        byte[] body = canonical(placed);
        Envelope chained = placed.chained(sequence, previous, PacketHash.sha256(body));
        insert(connection, chained, Packed.pack(body), packed(edits));
        Sql.update(connection, "INSERT INTO attempt_facts (envelope_id, duration_ms) VALUES (?, ?)", chained.envelopeId(), chained.durationMs());
        Decided.append(connection, chained.envelopeId(), chained.envelopeHash(), chained.outcome(), chained.reason(),
                chained.createdAt().toEpochMilli());
        return chained;
    }

    private static void insert(Connection connection, Envelope e, byte[] body, byte[] edits) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO envelopes (" + StoredEnvelope.LIGHT
                + ", previous_hash, body, edits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            StoredEnvelope.bindLight(insert, StoredEnvelope.rowOf(e), e.envelopeHash(), PacketHash.sha256(edits));
            insert.setString(17, e.previousHash());
            insert.setBytes(18, body);
            insert.setBytes(19, edits);
            insert.executeUpdate();
        }
    }

    @Override
    public void decide(String envelopeId, Outcome outcome, String reason) {
        long now = clock.millis();
        database.inTransaction(connection -> decide(connection, envelopeId, outcome, reason, now));
    }

    /// Appends the decision unless the envelope stands so already; part of the caller's transaction.
    static boolean decide(Connection connection, String envelopeId, Outcome outcome, String reason, long now) throws SQLException {
        EnvelopeRow row;
        String envelopeHash;
        String editsHash;
        try (PreparedStatement query = connection.prepareStatement("SELECT " + StoredEnvelope.LIGHT + " FROM envelopes WHERE envelope_id = ?")) {
            query.setString(1, envelopeId);
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new StoreException(StoreException.Kind.FAULTY, "There is no attempt " + envelopeId + " in the journal.");
                }
                row = StoredEnvelope.light(found);
                envelopeHash = found.getString("envelope_hash");
                editsHash = found.getString("edits_hash");
            } catch (IllegalArgumentException e) {
                throw new StoreException(StoreException.Kind.FAULTY, "The record of attempt " + envelopeId + " was changed.", e);
            }
        }
        if (row.outcome() == outcome) {
            return false;
        }
        Decided.append(connection, envelopeId, envelopeHash, outcome, reason, now);
        EnvelopeRow next = new EnvelopeRow(row.sequence(), row.envelopeId(), row.healId(), row.project(), row.createdAt(), row.attempt(),
                row.errorCode(), row.clusterId(), row.source(), row.confidence(), row.decision(), row.breakerState(), outcome);
        try (PreparedStatement update = connection.prepareStatement("UPDATE envelopes SET outcome = ?, row_hash = ? WHERE sequence = ?")) {
            update.setString(1, outcome.wireName());
            update.setString(2, StoredEnvelope.rowHash(next, envelopeHash, editsHash));
            update.setLong(3, row.sequence());
            update.executeUpdate();
        }
        return true;
    }

    @Override
    public Optional<Envelope> find(String envelopeId) {
        return envelopes(FULL + " AND envelope_id = ?", envelopeId).stream().findFirst();
    }

    @Override
    public Optional<String> damage(String envelopeId) {
        List<StoredEnvelope> markedByNobody = database.read(connection -> Witnesses.markedByNobody(connection, envelopeId));
        if (!markedByNobody.isEmpty()) {
            quarantine(markedByNobody);
        }
        return database.read(connection -> Sql.texts(connection, "SELECT problem FROM quarantine WHERE envelope_id = ?", envelopeId)).stream()
                .findFirst();
    }

    @Override
    public List<FileEdit> edits(String envelopeId) {
        Optional<Envelope> envelope = find(envelopeId);
        if (envelope.isEmpty()) {
            return List.of();
        }
        Optional<List<FileEdit>> sound = database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT edits, edits_hash FROM envelopes WHERE envelope_id = ?")) {
                query.setString(1, envelopeId);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? soundEdits(row.getBytes(1), row.getString(2)) : Optional.<List<FileEdit>>empty();
                }
            }
        });
        if (sound.isEmpty()) {
            quarantine(List.of(new StoredEnvelope(envelope.get().sequence(), envelopeId, new byte[0], Optional.empty(),
                    "The fix kept with it was changed.")));
        }
        return sound.orElse(List.of());
    }

    private static Optional<List<FileEdit>> soundEdits(byte[] edits, String hash) {
        try {
            return PacketHash.sha256(edits).equals(hash) ? Optional.of(EditsJson.read(Packed.unpack(edits))) : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public List<Envelope> latest(int limit) {
        return envelopes(FULL + " ORDER BY sequence DESC LIMIT ?", limit);
    }

    @Override
    public List<Envelope> since(Instant from, @Nullable String project, int limit) {
        long millis = from.equals(Instant.MIN) ? Long.MIN_VALUE : from.toEpochMilli();
        return project == null ? envelopes(FULL + " AND created_at >= ? ORDER BY sequence DESC LIMIT ?", millis, limit)
                : envelopes(FULL + " AND created_at >= ? AND project = ? ORDER BY sequence DESC LIMIT ?", millis, project, limit);
    }

    @Override
    public List<Envelope> ofHeal(String healId) {
        return envelopes(FULL + " AND heal_id = ? ORDER BY attempt, sequence", healId);
    }

    @Override
    public List<Envelope> waiting() {
        return envelopes(FULL + " AND outcome = ? ORDER BY sequence DESC", Outcome.PROPOSED.wireName());
    }

    @Override
    public List<EnvelopeRow> rows(Instant from, @Nullable String project, int limit) {
        long millis = from.equals(Instant.MIN) ? Long.MIN_VALUE : from.toEpochMilli();
        List<Long> bad = new ArrayList<>();
        List<EnvelopeRow> rows = database.read(connection -> {
            bad.clear();
            try (PreparedStatement query = connection.prepareStatement("SELECT " + StoredEnvelope.LIGHT + " FROM envelopes WHERE quarantined = 0"
                    + " AND created_at >= ? AND (? IS NULL OR project = ?) ORDER BY sequence DESC LIMIT ?")) {
                query.setLong(1, millis);
                query.setString(2, project);
                query.setString(3, project);
                query.setInt(4, limit);
                return lightRows(query, bad);
            }
        });
        if (!bad.isEmpty()) {
            bad.forEach(sequence -> envelopes(FULL + " AND sequence = ?", sequence));
        }
        return rows;
    }

    private static List<EnvelopeRow> lightRows(PreparedStatement query, List<Long> bad) throws SQLException {
        List<EnvelopeRow> rows = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                try {
                    rows.add(StoredEnvelope.light(row));
                } catch (IllegalArgumentException _) {
                    bad.add(row.getLong("sequence"));
                }
            }
        }
        return rows;
    }

    @Override
    public long count() {
        return database.read(connection -> Long.parseLong(Connections.text(connection, "SELECT count(*) FROM envelopes WHERE quarantined = 0")));
    }

    /// Checks every record, link and decision; puts what fails in quarantine.
    public ChainReport verifyChain() {
        ChainReport report = database.read(connection -> new ChainCheck().run(connection));
        report.breaks().stream().filter(b -> !b.envelopeId().isEmpty()).map(ChainReport.Break::envelopeId).distinct().forEach(id -> {
            if (find(id).isEmpty()) {
                damage(id);
            }
        });
        return report;
    }

    private List<Envelope> envelopes(String sql, Object... values) {
        List<StoredEnvelope> bad = new ArrayList<>();
        List<Envelope> sound = database.read(connection -> {
            bad.clear();
            List<Envelope> found = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        StoredEnvelope stored = StoredEnvelope.read(row);
                        stored.envelope().ifPresent(found::add);
                        if (stored.envelope().isEmpty()) {
                            bad.add(stored);
                        }
                    }
                }
            }
            return Witnesses.confirmed(connection, found, bad);
        });
        if (!bad.isEmpty()) {
            quarantine(bad);
        }
        return sound;
    }

    private void quarantine(List<StoredEnvelope> bad) {
        long now = clock.millis();
        database.inTransaction(connection -> {
            try (PreparedStatement mark = connection.prepareStatement("UPDATE envelopes SET quarantined = 1 WHERE sequence = ?");
                    PreparedStatement keep = connection.prepareStatement("INSERT INTO quarantine (envelope_id, sequence, found_at, problem,"
                            + " body) VALUES (?, ?, ?, ?, ?)")) {
                for (StoredEnvelope row : bad) {
                    mark.setLong(1, row.sequence());
                    mark.executeUpdate();
                    keep.setString(1, row.envelopeId());
                    keep.setLong(2, row.sequence());
                    keep.setLong(3, now);
                    keep.setString(4, row.problem());
                    keep.setBytes(5, row.body());
                    keep.executeUpdate();
                }
            }
            return bad.size();
        });
        for (StoredEnvelope row : bad) {
            Quarantined event = new Quarantined(row.sequence(), row.envelopeId(), row.problem());
            listeners.forEach(listener -> listener.accept(event));
        }
    }

    private static Envelope truncated(Envelope e) {
        return new Envelope(e.envelopeId(), e.healId(), e.project(), e.sequence(), e.createdAt().truncatedTo(ChronoUnit.MILLIS), e.attempt(),
                e.command(), e.sealed(), e.source(), e.candidatesTried(), e.fixDescription(), e.fixDiff(), e.patchHash(), e.baseHashes(),
                e.verdict(), e.confidence(), e.decision(), e.reason(), e.breakerState(), e.model(), e.contexts(), e.durationMs(), e.outcome(),
                e.previousHash(), e.envelopeHash());
    }

    private static byte[] canonical(Envelope envelope) {
        try {
            return new JsonCanonicalizer(EnvelopeJson.sealedPart(envelope).toString().getBytes(StandardCharsets.UTF_8)).getEncodedUTF8();
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.FAULTY, "The attempt has no canonical form.", e);
        }
    }

    private static byte[] packed(List<FileEdit> edits) {
        try {
            return Packed.pack(EditsJson.write(edits));
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.FAULTY, "The fix cannot be written down.", e);
        }
    }
}
