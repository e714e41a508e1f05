package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a long history takes to read.
@Tag("bench")
class JournalBench {
    @TempDir
    Path folder;

    @Test
    void aHundredThousandRecordsAreListedQuickly() {
        try (Database database = Database.open(folder.resolve("many"), Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            for (int batch = 0; batch < 50; batch++) {
                Envelopes.fill(database, journal, 2000, new HashMap<>());
            }
            for (int round = 0; round < 5; round++) {
                long start = System.nanoTime();
                int rows = journal.rows(Envelopes.NOON, null, 100_000).size();
                long listed = System.nanoTime();
                journal.latest(20);
                System.out.printf("%d light rows in %d ms, the latest 20 in %d us%n", rows, (listed - start) / 1_000_000,
                        (System.nanoTime() - listed) / 1000);
                assertThat(rows).isEqualTo(100_000);
            }
        }
    }
}
