package dev.codeheals.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.BreakerStore;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/// The breakers' snapshots in SQLite, one a project.
public final class SqliteBreakers implements BreakerStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAVE = "INSERT INTO breakers (project, snapshot, saved_at) VALUES (?, ?, ?)"
            + " ON CONFLICT (project) DO UPDATE SET snapshot = excluded.snapshot, saved_at = excluded.saved_at";

    private final Database database;

    public SqliteBreakers(Database database) {
        this.database = database;
    }

    /// The last snapshot; empty if there is none or it cannot be read, in which case the breaker begins closed.
    @Override
    public Optional<BreakerSnapshot> load(String project) {
        List<String> found = database.read(connection -> Sql.texts(connection, "SELECT snapshot FROM breakers WHERE project = ?", project));
        try {
            return found.isEmpty() ? Optional.empty() : Optional.of(BreakerJson.read(JSON.readTree(found.getFirst())));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void save(String project, BreakerSnapshot snapshot) {
        String text = BreakerJson.write(snapshot).toString();
        database.inTransaction(connection -> Sql.update(connection, SAVE, project, text, snapshot.at().toEpochMilli()));
    }
}
