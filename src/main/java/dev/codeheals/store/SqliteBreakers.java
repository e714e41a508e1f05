package dev.codeheals.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerStore;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// The breakers' snapshots in SQLite, one a project.
public final class SqliteBreakers implements BreakerStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAVE = "INSERT INTO breakers (project, snapshot, saved_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (project) DO UPDATE SET snapshot = excluded.snapshot, saved_at = excluded.saved_at";
    private static final String DAMAGED = "What was kept of the circuit breaker was damaged, so nobody knows whether healing was stopped."
            + " Reset it to go on.";

    private final Database database;
    private final InstantSource clock;
    private final Consumer<String> told;

    /// @param told hears, in a sentence, of a snapshot that was damaged
    public SqliteBreakers(Database database, InstantSource clock, Consumer<String> told) {
        this.database = database;
        this.clock = clock;
        this.told = told;
    }

    private record Kept(String text, boolean sound) {}

    /// The last snapshot; empty if there is none. One that is not what was written is put aside, and healing stays stopped until a person
    /// resets it.
    @Override
    public Optional<BreakerSnapshot> load(String project) {
        return database.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT snapshot, sound FROM checked_breakers WHERE project = ?")) {
                query.setString(1, project);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(new Kept(row.getString(1), row.getBoolean(2))) : Optional.<Kept>empty();
                }
            }
        }).map(kept -> read(kept).orElseGet(() -> putAside(project, kept)));
    }

    private static Optional<BreakerSnapshot> read(Kept kept) {
        try {
            return kept.sound ? Optional.of(BreakerJson.read(JSON.readTree(kept.text))) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private BreakerSnapshot putAside(String project, Kept kept) {
        Instant now = clock.instant();
        BreakerSnapshot stopped = BreakerSnapshot.stopped(DAMAGED, now);
        database.inTransaction(connection -> {
            Sql.update(connection, "INSERT INTO quarantine (envelope_id, sequence, found_at, problem, body) VALUES (?, 0, ?, ?, ?)",
                    "breakers:" + project, now.toEpochMilli(), DAMAGED, kept.text.getBytes(StandardCharsets.UTF_8));
            save(project, stopped);
            return stopped;
        });
        told.accept(DAMAGED);
        return stopped;
    }

    @Override
    public void save(String project, BreakerSnapshot snapshot) {
        String text = BreakerJson.write(snapshot).toString();
        database.inTransaction(connection -> Sql.update(connection, SAVE, project, text, snapshot.at().toEpochMilli()));
    }
}
