package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.store.StoreInside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// S14, S15: records come back in their order and as they were written, or not at all.
class RecordProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @Test
    void everyTamperedRecordIsFound() {
        Path data = folder.resolve("tampered");
        int rows = 1000;
        Random random = new Random(5);
        Map<String, Envelope> truth = new HashMap<>();
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            Envelopes.fill(database, journal, rows, truth);
            int believed = flipBits(database, random);
            List<SqliteJournal.Quarantined> found = new ArrayList<>();
            journal.onQuarantine(found::add);
            List<Envelope> returned = journal.latest(rows);
            ProofTable.add(new ProofTable.Row("S15", "one bit changed in a record: found, put in quarantine, never returned", rows,
                    (long) rows - found.size() + returned.size(), believed + " of them still read as a record"));
            assertThat(believed).as("without the protection").isPositive();
            assertThat(returned).isEmpty();
            assertThat(found).hasSize(rows);
            assertThat(journal.rows(Envelopes.NOON, null, rows)).isEmpty();
            assertThat(journal.verifyChain().intact()).isFalse();
        }
    }

    /// Changes one bit inside the diagnosis of every record; returns how many can still be read as JSON.
    private static int flipBits(Database database, Random random) {
        AtomicInteger readable = new AtomicInteger();
        StoreInside.rewrite(database, plain -> {
            String text = new String(plain, StandardCharsets.ISO_8859_1);
            plain[text.indexOf("\"rebanker_raw\"") + 16 + random.nextInt(300)] ^= (byte) (1 << random.nextInt(7));
            readable.addAndGet(isObject(plain) ? 1 : 0);
            return plain;
        });
        return readable.get();
    }

    private static boolean isObject(byte[] text) {
        try {
            return new ObjectMapper().readTree(text).isObject();
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void recordsKeepTheirOrderThoughTheClockJumps() {
        try (Database database = Database.open(folder.resolve("clock"), Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            List<String> made = new ArrayList<>();
            for (long seconds : new long[] {0, 1, -1, 3600, -3600, 315_576_000, -315_576_000, 0}) {
                made.addFirst(journal.append(Envelopes.proposalAt(Envelopes.NOON.plusSeconds(seconds)), List.of()).envelopeId());
            }
            List<Envelope> latest = journal.latest(20);
            List<String> read = latest.stream().map(Envelope::envelopeId).toList();
            List<String> byTime = latest.stream().sorted(Comparator.comparing(Envelope::createdAt).reversed()).map(Envelope::envelopeId).toList();
            ProofTable.add(new ProofTable.Row("S14", "clock jumps: records stay in the order they were made", made.size(), read.equals(made) ? 0 : 1,
                    byTime.equals(made) ? "-" : "sorted by their time they are not"));
            assertThat(byTime).isNotEqualTo(made);
            assertThat(read).isEqualTo(made);
            assertThat(journal.verifyChain().intact()).isTrue();
        }
    }
}
