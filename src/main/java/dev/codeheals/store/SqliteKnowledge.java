package dev.codeheals.store;

import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.PatternSearch;
import dev.codeheals.engine.knowledge.SuccessPattern;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The success patterns in SQLite. Thread-safe; several processes may use one file.
public final class SqliteKnowledge implements KnowledgeBase {
    private static final double LEAST_KEPT = 0.7;

    private final Database database;
    private final InstantSource clock;
    private final List<Consumer<Long>> listeners = new CopyOnWriteArrayList<>();

    public SqliteKnowledge(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Hears of every pattern that was found damaged and put aside, on the thread that met it.
    public void onDamage(Consumer<Long> listener) {
        listeners.add(listener);
    }

    /// Reads rows and adds those that are not what was written to a list.
    private interface Reading<T> {
        T run(Connection connection, List<Long> damaged) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        Set<Long> putAside = new LinkedHashSet<>();
        T result = database.read(connection -> {
            List<Long> damaged = new ArrayList<>();
            T found = reading.run(connection, damaged);
            putAside.addAll(damaged);
            return found;
        });
        if (!putAside.isEmpty()) {
            long now = clock.millis();
            List<Long> damaged = database.inTransaction(connection -> DamagedPatterns.putAside(connection, putAside, now));
            damaged.forEach(id -> listeners.forEach(listener -> listener.accept(id)));
        }
        return result;
    }

    @Override
    public List<SuccessPattern> lookup(PatternQuery query) {
        return read((connection, damaged) -> {
            Map<Long, SuccessPattern> found = new LinkedHashMap<>();
            level(connection, KnowledgeSql.BY_CLUSTER, query, found, damaged, query.errorCode(), query.clusterId());
            level(connection, KnowledgeSql.BY_CODE, query, found, damaged, query.errorCode());
            level(connection, KnowledgeSql.BY_FAMILY, query, found, damaged, query.family());
            return List.copyOf(found.values());
        });
    }

    /// Adds the best of one level that an earlier one did not give.
    private void level(Connection connection, String sql, PatternQuery query, Map<Long, SuccessPattern> found, List<Long> damaged, String... keys)
            throws SQLException {
        int most = Math.min(query.limit(), PatternQuery.MOST);
        if (found.size() >= most) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setString(i + 1, keys[i]);
            }
            statement.setDouble(keys.length + 1, query.minConfidence());
            Instant now = clock.instant();
            rows(statement, damaged).stream().sorted(Comparator.comparingDouble((PatternRow row) -> -row.score(query.project(), now)))
                    .map(PatternRow::pattern)
                    .filter(pattern -> pattern.avgConfidence() >= query.minConfidence() && !found.containsKey(pattern.id())).limit(most - found.size())
                    .forEach(pattern -> found.put(pattern.id(), pattern));
        }
    }

    @Override
    public Optional<SuccessPattern> recordSuccess(SuccessPattern pattern, double confidence, String envelopeId) {
        if (!(confidence >= LEAST_KEPT)) {
            return Optional.empty();
        }
        long at = pattern.lastSuccessAt().toEpochMilli();
        return database.inTransaction(connection -> {
            Optional<Long> counted = counted(connection, pattern, envelopeId);
            long id = counted.isPresent() ? counted.get() : success(connection, pattern, Math.min(1, confidence), at);
            Sql.update(connection, "INSERT INTO pattern_provenance (pattern_id, envelope_id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id,
                    envelopeId, at);
            return one(connection, id, new ArrayList<>());
        });
    }

    /// The pattern, if this very attempt was counted for it before: a repeated confirmation is no second success.
    private static Optional<Long> counted(Connection connection, SuccessPattern p, String envelopeId) throws SQLException {
        return Sql.longs(connection, "SELECT s.id FROM success_patterns s JOIN pattern_provenance p ON p.pattern_id = s.id WHERE s.error_code = ?"
                + " AND s.cluster_id = ? AND s.fix_description = ? AND p.envelope_id = ?", p.errorCode(), p.clusterId(), p.fixDescription(),
                envelopeId).stream().findFirst();
    }

    private static long success(Connection connection, SuccessPattern p, double confidence, long at) throws SQLException {
        long id;
        long head;
        try (PreparedStatement statement = connection.prepareStatement(KnowledgeSql.SUCCESS)) {
            String family = PatternQuery.of(p.errorCode(), p.clusterId(), "").family();
            Sql.bind(statement, p.errorCode(), family, p.clusterId(), p.fixDescription(), p.fixDiff(), p.template().json(), confidence, p.source(),
                    p.project(), at, at);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                id = row.getLong(1);
                head = row.getLong(2);
            }
        }
        Sql.update(connection, KnowledgeSql.COUNT, id, Origin.own(connection), 1, 0, confidence);
        gather(connection, head);
        return id;
    }

    @Override
    public void recordFailure(long patternId, String reason) {
        database.inTransaction(connection -> {
            List<Long> heads = Sql.longs(connection, KnowledgeSql.FAILURE, reason, patternId);
            if (!heads.isEmpty()) {
                Sql.update(connection, KnowledgeSql.COUNT, patternId, Origin.own(connection), 0, 1, 0.0);
                gather(connection, heads.getFirst());
            }
            return heads.size();
        });
    }

    private static void gather(Connection connection, long head) throws SQLException {
        if (head != 0) {
            Sql.update(connection, KnowledgeSql.GATHER, head);
        }
    }

    @Override
    public Optional<SuccessPattern> find(long id) {
        return read((connection, damaged) -> one(connection, id, damaged));
    }

    @Override
    public List<SuccessPattern> search(PatternSearch search, int offset, int limit) {
        SearchSql wanted = SearchSql.of(search, offset, limit);
        return read((connection, damaged) -> {
            try (PreparedStatement statement = connection.prepareStatement(wanted.sql())) {
                Sql.bind(statement, wanted.values().toArray());
                return patterns(statement, damaged);
            }
        });
    }

    @Override
    public void tag(long id, Set<String> userTags) {
        String tags = UserTags.joined(UserTags.cleaned(userTags));
        database.inTransaction(connection -> Sql.update(connection, "UPDATE success_patterns SET user_tags = ? WHERE id = ?", tags, id));
    }

    @Override
    public void forget(long id) {
        long now = clock.millis();
        database.inTransaction(connection -> Sql.update(connection, "UPDATE success_patterns SET forgotten_at = ? WHERE id = ?", now, id));
    }

    @Override
    public void recall(long id) {
        database.inTransaction(connection -> Sql.update(connection, "UPDATE success_patterns SET forgotten_at = NULL WHERE id = ?", id));
    }

    @Override
    public void merge(long into, long from) {
        database.inTransaction(connection -> {
            boolean heads = into != from && Sql.longs(connection, "SELECT id FROM success_patterns WHERE id IN (?, ?) AND merged_into IS NULL", into,
                    from).size() == 2;
            if (!heads) {
                throw new StoreException(StoreException.Kind.FAULTY, "Only two different patterns that are not merged yet can be merged.");
            }
            Sql.update(connection, "UPDATE success_patterns SET merged_into = ? WHERE id = ? OR merged_into = ?", into, from, from);
            gather(connection, from);
            gather(connection, into);
            return into;
        });
    }

    @Override
    public void split(long id) {
        database.inTransaction(connection -> {
            List<Long> heads = Sql.longs(connection, "SELECT merged_into FROM success_patterns WHERE id = ? AND merged_into IS NOT NULL", id);
            Sql.update(connection, "UPDATE success_patterns SET merged_into = NULL WHERE id = ?", id);
            for (long head : heads) {
                gather(connection, head);
            }
            return heads.size();
        });
    }

    @Override
    public List<String> provenance(long id) {
        return database.read(connection -> Sql.texts(connection, KnowledgeSql.PROVENANCE, id, id));
    }

    @Override
    public List<Long> patternsOf(String envelopeId) {
        return database.read(connection -> Sql.longs(connection, "SELECT pattern_id FROM pattern_provenance WHERE envelope_id = ?", envelopeId));
    }

    @Override
    public KnowledgeStats stats() {
        return database.read(connection -> {
            Map<String, Integer> families = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(KnowledgeSql.FAMILIES); ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    families.put(row.getString(1), row.getInt(2));
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(KnowledgeSql.STATS); ResultSet row = statement.executeQuery()) {
                row.next();
                return new KnowledgeStats(row.getInt(1), row.getLong(2), row.getInt(3), row.getDouble(4),
                        Growth.byWeek(connection, clock.instant()), families);
            }
        });
    }

    private static Optional<SuccessPattern> one(Connection connection, long id, List<Long> damaged) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KnowledgeSql.BY_ID)) {
            Sql.bind(statement, id);
            return patterns(statement, damaged).stream().findFirst();
        }
    }

    private static List<SuccessPattern> patterns(PreparedStatement statement, List<Long> damaged) throws SQLException {
        return rows(statement, damaged).stream().map(PatternRow::pattern).toList();
    }

    private static List<PatternRow> rows(PreparedStatement statement, List<Long> damaged) throws SQLException {
        List<PatternRow> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                PatternRow found = PatternRow.read(row);
                if (found.sound()) {
                    rows.add(found);
                } else {
                    damaged.add(found.pattern().id());
                }
            }
        }
        return rows;
    }
}
