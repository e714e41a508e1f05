package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.proof.InMemoryFolder;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
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
        return database.inTransaction(connection -> {
            int readable = 0;
            try (PreparedStatement all = connection.prepareStatement("SELECT sequence, body FROM envelopes"); ResultSet row = all.executeQuery();
                    PreparedStatement update = connection.prepareStatement("UPDATE envelopes SET body = ? WHERE sequence = ?")) {
                while (row.next()) {
                    byte[] plain = Packed.unpack(row.getBytes(2));
                    String text = new String(plain, java.nio.charset.StandardCharsets.ISO_8859_1);
                    int at = text.indexOf("\"rebanker_raw\"") + 16 + random.nextInt(300);
                    plain[at] ^= (byte) (1 << random.nextInt(7));
                    readable += StoredJson.readable(plain) ? 1 : 0;
                    update.setBytes(1, Packed.pack(plain));
                    update.setLong(2, row.getLong(1));
                    update.executeUpdate();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return readable;
        });
    }

    private static final class StoredJson {
        static boolean readable(byte[] plain) {
            try {
                return new com.fasterxml.jackson.databind.ObjectMapper().readTree(plain).isObject();
            } catch (IOException _) {
                return false;
            }
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

    @Test
    @Tag("bench")
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
