package dev.codeheals.store;

import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.promote.PlannedFile;
import dev.codeheals.engine.promote.PromotionIntent;
import dev.codeheals.engine.promote.PromotionLedger;
import dev.codeheals.engine.promote.PromotionRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ledger of promotions in SQLite. Ending a promotion tells the journal what became of the envelope in the same transaction.
public final class SqlitePromotions implements PromotionLedger {
    private static final String SELECT = "SELECT promotion_id, envelope_id, root, kind, reverses, state, created_at, finished_at, note"
            + " FROM checked_promotions p WHERE sound AND NOT EXISTS (SELECT 1 FROM checked_promotion_files f WHERE f.promotion_id = p.promotion_id"
            + " AND NOT f.sound) ";

    private final Database database;
    private final InstantSource clock;

    public SqlitePromotions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean intend(PromotionIntent intent) {
        int files = database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO promotions (promotion_id, position, envelope_id, root,"
                    + " kind, reverses, state, created_at, note) SELECT ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, 'PENDING', ?, ''"
                    + " FROM promotions")) {
                insert.setString(1, intent.promotionId());
                insert.setString(2, intent.envelopeId());
                insert.setString(3, intent.root());
                insert.setString(4, intent.kind().name());
                insert.setString(5, intent.reverses());
                insert.setLong(6, intent.createdAt().toEpochMilli());
                insert.executeUpdate();
            }
            return insertFiles(connection, intent);
        });
        return files > 0 && !database.inMemory();
    }

    private static int insertFiles(Connection connection, PromotionIntent intent) throws SQLException {
        int position = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO promotion_files (promotion_id, position, path, target,"
                + " temp_name, before_hash, after_hash, folders) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (PlannedFile file : intent.files()) {
                insert.setString(1, intent.promotionId());
                insert.setInt(2, position++);
                insert.setString(3, file.file());
                insert.setString(4, file.target());
                insert.setString(5, file.tempName());
                insert.setString(6, file.beforeHash());
                insert.setString(7, file.afterHash());
                insert.setString(8, String.join("\n", file.madeFolders()));
                insert.executeUpdate();
            }
        }
        return position;
    }

    @Override
    public void finish(String promotionId, PromotionRecord.State state, String note) {
        long now = clock.millis();
        database.inTransaction(connection -> {
            Optional<PromotionRecord> found = find(connection, promotionId);
            boolean ended = found.isPresent() && found.get().state() == PromotionRecord.State.PENDING;
            if (ended) {
                set(connection, promotionId, state, note, now);
                if (state == PromotionRecord.State.PROMOTED) {
                    follow(connection, found.get().intent(), now);
                }
            }
            return ended;
        });
    }

    private static void set(Connection connection, String id, PromotionRecord.State state, String note, long now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE promotions SET state = ?, note = ?, finished_at = ? WHERE promotion_id = ?")) {
            update.setString(1, state.name());
            update.setString(2, note);
            update.setLong(3, now);
            update.setString(4, id);
            update.executeUpdate();
        }
    }

    private static void follow(Connection connection, PromotionIntent intent, long now) throws SQLException {
        String reverses = intent.reverses();
        boolean undo = intent.kind() == PromotionIntent.Kind.UNDO;
        if (reverses != null) {
            set(connection, reverses, undo ? PromotionRecord.State.UNDONE : PromotionRecord.State.PROMOTED, "", now);
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM envelopes WHERE envelope_id = ? AND quarantined = 0")) {
            query.setString(1, intent.envelopeId());
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    SqliteJournal.decide(connection, intent.envelopeId(), undo ? Outcome.UNDONE : Outcome.PROMOTED, "", now);
                }
            }
        }
    }

    @Override
    public List<PromotionRecord> pending() {
        return database.read(connection -> records(connection, "AND state = 'PENDING' ORDER BY position"));
    }

    @Override
    public Optional<PromotionRecord> find(String promotionId) {
        return database.read(connection -> find(connection, promotionId));
    }

    private static Optional<PromotionRecord> find(Connection connection, String promotionId) throws SQLException {
        return records(connection, "AND promotion_id = ?", promotionId).stream().findFirst();
    }

    @Override
    public Optional<PromotionRecord> ofEnvelope(String envelopeId) {
        return database.read(connection -> records(connection, "AND envelope_id = ? AND kind = 'PROMOTE' ORDER BY position DESC LIMIT 1",
                envelopeId).stream().findFirst());
    }

    @Override
    public List<PromotionRecord> history(@Nullable String root, int limit) {
        return database.read(connection -> root == null ? records(connection, "ORDER BY position DESC LIMIT ?", limit)
                : records(connection, "AND root = ? ORDER BY position DESC LIMIT ?", root, limit));
    }

    @Override
    public Optional<String> newestDamaged() {
        return database.read(connection -> Sql.texts(connection, "SELECT problem FROM quarantine WHERE envelope_id LIKE 'promotions:%'"
                + " AND sequence > (SELECT coalesce(max(position), 0) FROM promotions)")).stream().findFirst();
    }

    private static List<PromotionRecord> records(Connection connection, String where, Object... values) throws SQLException {
        List<PromotionRecord> records = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    records.add(record(connection, row));
                }
            }
        }
        return records;
    }

    private static PromotionRecord record(Connection connection, ResultSet row) throws SQLException {
        String id = row.getString("promotion_id");
        long finished = row.getLong("finished_at");
        Instant finishedAt = row.wasNull() ? null : Instant.ofEpochMilli(finished);
        PromotionIntent intent = new PromotionIntent(id, row.getString("envelope_id"), row.getString("root"),
                PromotionIntent.Kind.valueOf(row.getString("kind")), row.getString("reverses"),
                Instant.ofEpochMilli(row.getLong("created_at")), files(connection, id));
        return new PromotionRecord(intent, PromotionRecord.State.valueOf(row.getString("state")), finishedAt, row.getString("note"));
    }

    private static List<PlannedFile> files(Connection connection, String id) throws SQLException {
        List<PlannedFile> files = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT path, target, temp_name, before_hash, after_hash, folders"
                + " FROM promotion_files WHERE promotion_id = ? ORDER BY position")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String folders = row.getString("folders");
                    files.add(new PlannedFile(row.getString("path"), row.getString("target"), row.getString("temp_name"),
                            row.getString("before_hash"), row.getString("after_hash"),
                            folders.isEmpty() ? List.of() : List.of(folders.split("\n", -1))));
                }
            }
        }
        return files;
    }
}
