package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.knowledge.PatternQuery;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A million patterns: lookups, search, start and size.
@Tag("bench")
class KnowledgeBench {
    private static final int PATTERNS = Integer.getInteger("codeheals.bench.patterns", 1_000_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 50_000;
    private static final String[] FAMILIES = {"RES", "TYPE", "ATTR", "KEY", "INDEX", "VALUE", "SYN", "ARG", "IO", "LOGIC"};
    private static final String[] WORDS = {"import", "missing", "module", "rename", "attribute", "convert", "value", "guard", "key", "default",
        "argument", "colon", "indent", "return", "call", "close", "file", "open", "index", "range"};

    @TempDir
    Path folder;

    @Test
    void aMillionPatternsAnswerAtOnce() throws Exception {
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            long start = System.nanoTime();
            fill(database);
            System.err.printf(Locale.ROOT, "filled in %.1f s%n", (System.nanoTime() - start) / 1e9);
        }
        long start = System.nanoTime();
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            System.err.printf(Locale.ROOT, "opened in %.1f ms, %d MiB%n", (System.nanoTime() - start) / 1e6, Files.size(folder.resolve("codeheals.db")) >> 20);
            SqliteKnowledge knowledge = new SqliteKnowledge(database, Envelopes.CLOCK);
            Random random = new Random(7);
            double exact = p99(20_000, i -> knowledge.lookup(query(random, random.nextInt(200_000))));
            double unknown = p99(20_000, i -> knowledge.lookup(query(random, -1 - i)));
            double search = p99(2_000, i -> knowledge.search(WORDS[i % WORDS.length].substring(0, 3) + " " + WORDS[random.nextInt(WORDS.length)], 0, 50));
            double name = p99(2_000, i -> knowledge.search("name" + random.nextInt(200_000), 0, 50));
            double one = p99(500, i -> knowledge.search(WORDS[i % WORDS.length].substring(0, 1), 0, 50));
            System.err.printf(Locale.ROOT, "p99: lookup of a known cluster %.3f ms, of an unknown one %.3f ms; search of two words %.2f ms, of a name %.2f ms, of a letter %.2f ms%n",
                    exact, unknown, search, name, one);
            long stats = System.nanoTime();
            knowledge.stats();
            System.err.printf(Locale.ROOT, "statistics in %.0f ms%n", (System.nanoTime() - stats) / 1e6);
            assertThat(Math.max(exact, unknown)).isLessThan(1);
            assertThat(Math.max(Math.max(search, name), one)).isLessThan(20);
        }
    }

    private static PatternQuery query(Random random, int name) {
        String code = FAMILIES[random.nextInt(FAMILIES.length)] + ".CODE_" + random.nextInt(6);
        return PatternQuery.of(code, code + ":name" + name, "/p");
    }

    /// Time of the thread, not of the clock: other programs on the machine are not what is measured.
    private static double p99(int times, IntConsumer action) {
        long[] nanos = new long[times];
        for (int i = 0; i < times / 4; i++) {
            action.accept(i);
        }
        for (int i = 0; i < times; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            action.accept(i);
            nanos[i] = THREADS.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[times * 99 / 100] / 1e6;
    }

    private static void fill(Database database) {
        Random random = new Random(42);
        for (int from = 0; from < PATTERNS; from += BATCH) {
            int first = from;
            database.inTransaction(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO success_patterns (error_code, family, cluster_id,"
                        + " fix_description, fix_diff, edit_template, success_count, failure_count, avg_confidence, own_successes, source, project,"
                        + " first_success_at, last_success_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'rule:x', '/p', ?, ?)")) {
                    for (int i = first; i < first + BATCH; i++) {
                        String family = FAMILIES[random.nextInt(FAMILIES.length)];
                        String code = family + ".CODE_" + random.nextInt(6);
                        String description = WORDS[random.nextInt(WORDS.length)] + " the " + WORDS[random.nextInt(WORDS.length)] + " " + i;
                        long at = 1_700_000_000_000L + i * 60_000L;
                        Sql.bind(insert, code, family, code + ":name" + random.nextInt(200_000), description,
                                "--- a/app.py\n+++ b/app.py\n@@ -1 +1,2 @@\n+import name" + i + "\n", "{\"v\":1,\"description\":\"x\",\"pins\":{},\"steps\":[]}",
                                1 + random.nextInt(40), random.nextInt(4), 0.7 + random.nextDouble() * 0.3, at, at);
                        insert.addBatch();
                    }
                    return insert.executeBatch().length;
                }
            });
        }
    }
}
