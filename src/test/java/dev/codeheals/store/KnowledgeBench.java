package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.knowledge.PatternQuery;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir
    Path folder;

    @Test
    void aMillionPatternsAnswerAtOnce() throws Exception {
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            long start = System.nanoTime();
            ManyPatterns.fill(database, PATTERNS);
            System.err.printf(Locale.ROOT, "filled in %.1f s%n", (System.nanoTime() - start) / 1e9);
        }
        long start = System.nanoTime();
        try (Database database = Database.open(folder, Envelopes.CLOCK)) {
            System.err.printf(Locale.ROOT, "opened in %.1f ms, %d MiB%n", (System.nanoTime() - start) / 1e6, Files.size(folder.resolve("codeheals.db")) >> 20);
            SqliteKnowledge knowledge = new SqliteKnowledge(database, Envelopes.CLOCK);
            Random random = new Random(7);
            double exact = p99(20_000, i -> knowledge.lookup(query(random, random.nextInt(200_000))));
            double unknown = p99(20_000, i -> knowledge.lookup(query(random, -1 - i)));
            double search = p99(2_000, i -> knowledge.search(ManyPatterns.WORDS[i % ManyPatterns.WORDS.length].substring(0, 3) + " " + ManyPatterns.WORDS[random.nextInt(ManyPatterns.WORDS.length)], 0, 50));
            double name = p99(2_000, i -> knowledge.search("name" + random.nextInt(200_000), 0, 50));
            double one = p99(500, i -> knowledge.search(ManyPatterns.WORDS[i % ManyPatterns.WORDS.length].substring(0, 1), 0, 50));
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
        String code = ManyPatterns.FAMILIES[random.nextInt(ManyPatterns.FAMILIES.length)] + ".CODE_" + random.nextInt(6);
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
}
