package dev.codeheals.store;

import dev.codeheals.engine.knowledge.PatternExchange;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.store.PatternLine.Count;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Exchange of patterns between SQLite stores.
public final class SqlitePatternExchange implements PatternExchange {
    private static final int BATCH = 500;
    private static final int MOST_FAULTS = 20;
    private static final String PAGE = "SELECT id, error_code, cluster_id, fix_description, fix_diff, edit_template, source, first_success_at,"
            + " last_success_at, user_tags FROM success_patterns WHERE forgotten_at IS NULL AND " + KnowledgeSql.SOUND + " AND (error_code, cluster_id, fix_description) > (?, ?, ?)"
            + " ORDER BY error_code, cluster_id, fix_description LIMIT " + BATCH;
    private static final String ADD = "INSERT INTO success_patterns (error_code, family, cluster_id, fix_description, fix_diff, edit_template,"
            + " success_count, failure_count, avg_confidence, own_successes, source, project, first_success_at, last_success_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, 1, 0, 0, 0, ?, '', ?, ?) RETURNING id";
    private static final String SUM = "UPDATE success_patterns SET (success_count, failure_count, avg_confidence) = (SELECT sum(successes),"
            + " sum(failures), sum(confidence) / sum(successes) FROM pattern_counts WHERE pattern_id = success_patterns.id), first_success_at ="
            + " min(first_success_at, ?), last_success_at = max(last_success_at, ?), user_tags = ? WHERE id = ?";

    private final Database database;

    public SqlitePatternExchange(Database database) {
        this.database = database;
    }

    private record Stored(long id, PatternLine line) {}

    @Override
    public int exportTo(Writer out) throws IOException {
        int written = 0;
        List<Stored> page = page("", "", "");
        while (!page.isEmpty()) {
            for (Stored stored : page) {
                out.write(stored.line().write());
                out.write('\n');
                written++;
            }
            PatternLine last = page.getLast().line();
            page = page(last.errorCode(), last.clusterId(), last.description());
        }
        return written;
    }

    private List<Stored> page(String code, String cluster, String description) {
        return database.read(connection -> {
            List<Stored> page = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
                Sql.bind(statement, code, cluster, description);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        page.add(stored(connection, row));
                    }
                }
            }
            return page;
        });
    }

    private static Stored stored(Connection connection, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Stored(id, new PatternLine(row.getString("error_code"), row.getString("cluster_id"), row.getString("fix_description"),
                row.getString("fix_diff"), row.getString("edit_template"), row.getString("source"),
                Instant.ofEpochMilli(row.getLong("first_success_at")), Instant.ofEpochMilli(row.getLong("last_success_at")),
                UserTags.split(row.getString("user_tags")), counts(connection, id)));
    }

    private static Map<String, Count> counts(Connection connection, long id) throws SQLException {
        Map<String, Count> counts = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT origin, successes, failures, confidence FROM pattern_counts"
                + " WHERE pattern_id = ?")) {
            Sql.bind(statement, id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getString(1), new Count(row.getInt(2), row.getInt(3), row.getDouble(4)));
                }
            }
        }
        return counts;
    }

    @Override
    public ImportReport importFrom(BufferedReader in) throws IOException {
        Tally tally = new Tally();
        List<PatternLine> batch = new ArrayList<>();
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                batch.add(PatternLine.read(line));
            } catch (IllegalArgumentException fault) {
                tally.fault("Line " + number + ": " + fault.getMessage());
            }
            if (batch.size() == BATCH) {
                tally.add(merged(batch));
                batch.clear();
            }
        }
        tally.add(merged(batch));
        return new ImportReport(tally.counts[0], tally.counts[1], tally.counts[2], tally.faults);
    }

    /// Added, updated, unchanged.
    private int[] merged(List<PatternLine> batch) {
        List<PatternLine> lines = List.copyOf(batch);
        return database.inTransaction(connection -> {
            String own = Origin.own(connection);
            int[] counts = new int[3];
            for (PatternLine line : lines) {
                counts[merge(connection, line, own)]++;
            }
            return counts;
        });
    }

    private static int merge(Connection connection, PatternLine line, String own) throws SQLException {
        // A store knows best what it counted itself; anyone could write its name into a file.
        Map<String, Count> foreign = new TreeMap<>(line.counts());
        foreign.remove(own);
        List<Long> known = Sql.longs(connection, "SELECT id FROM success_patterns WHERE error_code = ? AND cluster_id = ? AND fix_description = ?",
                line.errorCode(), line.clusterId(), line.description());
        if (foreign.values().stream().noneMatch(c -> c.successes() > 0)) {
            return 2;
        }
        if (known.isEmpty()) {
            long first = line.first().toEpochMilli();
            String family = PatternQuery.of(line.errorCode(), line.clusterId(), "").family();
            long id = Sql.longs(connection, ADD, line.errorCode(), family, line.clusterId(), line.description(), line.diff(), line.template(),
                    line.source(), first, line.last().toEpochMilli()).getFirst();
            write(connection, id, foreign, line, line.tags());
            return 0;
        }
        long id = known.getFirst();
        Map<String, Count> before = counts(connection, id);
        Map<String, Count> after = new TreeMap<>(before);
        foreign.forEach((origin, count) -> after.merge(origin, count, Count::or));
        Set<String> tagsBefore = UserTags.split(Sql.texts(connection, "SELECT user_tags FROM success_patterns WHERE id = ?", id).getFirst());
        Set<String> tags = new TreeSet<>(tagsBefore);
        tags.addAll(line.tags());
        boolean better = borrowTemplate(connection, id, line);
        if (before.equals(after) && tags.equals(tagsBefore) && !better) {
            return 2;
        }
        write(connection, id, after, line, tags);
        return 1;
    }

    /// What never held here takes the newer edit, ties broken by its text, so that every store ends with the same one.
    private static boolean borrowTemplate(Connection connection, long id, PatternLine line) throws SQLException {
        long last = line.last().toEpochMilli();
        return Sql.update(connection, "UPDATE success_patterns SET edit_template = ?, fix_diff = ? WHERE id = ? AND own_successes = 0 AND"
                + " edit_template <> ? AND (last_success_at < ? OR (last_success_at = ? AND edit_template < ?))", line.template(), line.diff(), id,
                line.template(), last, last, line.template()) > 0;
    }

    private static void write(Connection connection, long id, Map<String, Count> counts, PatternLine line, Set<String> tags) throws SQLException {
        for (Map.Entry<String, Count> origin : counts.entrySet()) {
            Count c = origin.getValue();
            Sql.update(connection, "INSERT INTO pattern_counts (pattern_id, origin, successes, failures, confidence) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (pattern_id, origin) DO UPDATE SET successes = excluded.successes, failures = excluded.failures,"
                    + " confidence = excluded.confidence", id, origin.getKey(), c.successes(), c.failures(), c.confidence());
        }
        Sql.update(connection, SUM, line.first().toEpochMilli(), line.last().toEpochMilli(), UserTags.joined(tags), id);
        List<Long> heads = Sql.longs(connection, "SELECT merged_into FROM success_patterns WHERE id = ? AND merged_into IS NOT NULL", id);
        for (long head : heads) {
            Sql.update(connection, KnowledgeSql.GATHER, head);
        }
    }

    private static final class Tally {
        private final int[] counts = new int[3];
        private final List<String> faults = new ArrayList<>();

        private void add(int[] more) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += more[i];
            }
        }

        private void fault(String sentence) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(sentence);
            }
        }
    }
}
