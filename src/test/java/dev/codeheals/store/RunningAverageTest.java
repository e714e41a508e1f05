package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.SuccessPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many writers, two of them in databases of their own on the same file, one pattern.
class RunningAverageTest {
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    @Test
    void theAverageIsRightAfterEveryConcurrentUpdate() throws Exception {
        updates(100);
    }

    @Test
    @Tag("proof")
    void theAverageIsRightAfterTenThousandConcurrentUpdates() throws Exception {
        updates(2_500);
    }

    private void updates(int each) throws Exception {
        try (Database one = Database.open(folder, Envelopes.CLOCK); Database two = Database.open(folder, Envelopes.CLOCK);
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Double>> sums = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                SqliteKnowledge knowledge = new SqliteKnowledge(writer % 2 == 0 ? one : two, Envelopes.CLOCK);
                int number = writer;
                sums.add(threads.submit(() -> write(knowledge, number, each)));
            }
            double sum = 0;
            for (Future<Double> part : sums) {
                sum += part.get();
            }
            SuccessPattern pattern = new SqliteKnowledge(one, Envelopes.CLOCK)
                    .lookup(PatternQuery.of("RES.NAME_ERROR", "RES.NAME_ERROR:json", "/p")).getFirst();
            assertThat(pattern.successCount()).isEqualTo(WRITERS * each);
            assertThat(pattern.avgConfidence()).isEqualTo(sum / (WRITERS * each), within(1e-9));
            boolean gold = sum / (WRITERS * each) >= 0.9;
            assertThat(pattern.tags()).containsExactly(gold ? "GOLD_STANDARD" : "HIGH_CONFIDENCE");
        }
    }

    private static double write(SqliteKnowledge knowledge, int writer, int each) {
        Random random = new Random(writer);
        double sum = 0;
        for (int i = 0; i < each; i++) {
            double confidence = 0.7 + random.nextInt(301) / 1000.0;
            knowledge.recordSuccess(Patterns.importing("json"), confidence, "e" + writer + "-" + i);
            sum += confidence;
        }
        return sum;
    }
}
