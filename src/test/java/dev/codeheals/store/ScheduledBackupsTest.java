package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledBackupsTest {
    @TempDir
    Path folder;
    private final List<String> told = new ArrayList<>();
    private Database database;
    private ScheduledBackups backups;

    @BeforeEach
    void fill() {
        database = Database.open(folder, Envelopes.CLOCK);
        SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
        Envelopes.fill(database, journal, 12, new HashMap<>());
        backups = new ScheduledBackups(database, journal, InstantSource.system(), Duration.ofDays(1), told::add);
    }

    @AfterEach
    void close() {
        backups.close();
        database.close();
    }

    @Test
    void aBackupIsMadeOnceADay() {
        assertThat(backups.backUpIfDue()).isTrue();
        assertThat(backups.backUpIfDue()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void aRecordThatIsMissingFromTheHistoryIsTold() {
        database.inTransaction(connection -> Sql.update(connection, "DELETE FROM envelopes WHERE sequence = 5"));
        backups.backUpIfDue();
        assertThat(told).containsExactly("The history is not what was written, record 5: Records 5 to 5 are missing.");
    }
}
