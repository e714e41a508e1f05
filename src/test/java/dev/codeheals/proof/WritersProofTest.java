package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S10: several processes write one journal at once.
@EnabledOnOs(OS.LINUX)
class WritersProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @Test
    void severalProcessesAppendToOneJournal() throws IOException, InterruptedException {
        writers(2, 60);
    }

    @Test
    @Tag("proof")
    void fourProcessesAppendTenThousandRecords() throws IOException, InterruptedException {
        writers(4, 2500);
    }

    /// The control: two connections that do not wait.
    private static int impatient(Path data) {
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                both.execute(() -> refused.addAndGet(write(data.resolve("impatient.db"))));
            }
        }
        return refused.get();
    }

    private static int write(Path file) {
        int refused = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            for (int i = 0; i < 200; i++) {
                refused += succeeds(statement, "CREATE TABLE IF NOT EXISTS t (x)") && succeeds(statement, "INSERT INTO t VALUES (1)") ? 0 : 1;
            }
            return refused;
        } catch (SQLException _) {
            return 200;
        }
    }

    private static boolean succeeds(Statement statement, String sql) {
        try {
            return statement.executeUpdate(sql) >= 0;
        } catch (SQLException _) {
            return false;
        }
    }

    private void writers(int processes, int each) throws IOException, InterruptedException {
        Path data = folder.resolve("shared");
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            children.add(Child.start(folder.resolve("errors-" + i), List.of(), "append", data.toString(), Integer.toString(each)));
        }
        Set<String> acknowledged = new HashSet<>();
        int failed = 0;
        for (Process child : children) {
            acknowledged.addAll(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList());
            failed += child.waitFor() == 0 ? 0 : 1;
        }
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            Set<String> kept = new HashSet<>(journal.latest(Integer.MAX_VALUE).stream().map(Envelope::envelopeId).toList());
            long lost = acknowledged.stream().filter(id -> !kept.contains(id)).count() + (long) processes * each - kept.size();
            int refused = 0;
            for (int i = 0; i < 20 && refused == 0; i++) {
                refused = impatient(data);
            }
            ProofTable.add(new ProofTable.Row("S10", "processes write at once: every record kept, one unbroken chain", processes + " processes",
                    (long) processes * each, lost + failed, refused + " of 400 writes are refused when nobody waits for the other"));
            assertThat(refused).as("without the protection").isPositive();
            assertThat(lost + failed).isZero();
            assertThat(journal.verifyChain().breaks()).isEmpty();
        }
    }
}
