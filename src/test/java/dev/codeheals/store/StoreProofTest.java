package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.proof.InMemoryFolder;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S11, S13: whatever became of the database's file, the program starts, tells, and returns nothing false.
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoreProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @Test
    void aDamagedDatabaseIsPutAsideAndTheBackupRestored() throws IOException {
        damage(80);
    }

    @Test
    @Tag("proof")
    void fiveHundredDamagedDatabasesArePutAside() throws IOException {
        damage(500);
    }

    private void damage(int cases) throws IOException {
        Path whole = folder.resolve("whole");
        Map<String, Envelope> truth = new HashMap<>();
        try (Database database = Database.open(whole, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            Envelopes.fill(database, journal, 60, truth);
            database.backUp();
            Envelopes.fill(database, journal, 20, truth);
        }
        Random random = new Random(11);
        List<String> wrong = new ArrayList<>();
        int damaged = 0;
        int restored = 0;
        for (int i = 0; i < cases; i++) {
            Path place = folder.resolve("case-" + i);
            copy(whole, place);
            String how = harm(place, random, i);
            try (Database database = Database.open(place, Envelopes.CLOCK)) {
                SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                damaged++;
                restored += database.notices().stream().anyMatch(n -> n.contains("backup")) ? 1 : 0;
                for (Envelope found : journal.latest(1000)) {
                    if (!found.equals(truth.get(found.envelopeId()))) {
                        wrong.add(how + ": returned a false record");
                    }
                }
                journal.rows(Envelopes.NOON, null, 1000);
                Envelope added = journal.append(Envelopes.proposal(), List.of());
                if (journal.find(added.envelopeId()).isEmpty()) {
                    wrong.add(how + ": takes nothing any more");
                }
            } catch (StoreException e) {
                wrong.add(how + ": " + e.getMessage());
            }
        }
        ProofTable.add(new ProofTable.Row("S11", "damaged databases: no crash, no false record (" + restored + " restored from the backup)", damaged,
                wrong.size(), "SQLite alone returns what the damaged bytes say"));
        assertThat(restored).isPositive();
        assertThat(wrong).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String harm(Path place, Random random, int number) throws IOException {
        Path file = place.resolve("codeheals.db");
        switch (number % 8) {
            case 0 -> Files.write(file, new byte[0]);
            case 1 -> Files.writeString(file, "This is no database.\n".repeat(random.nextInt(1, 300)));
            case 2 -> Files.delete(file);
            case 3 -> {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    bytes.setLength(random.nextLong(bytes.length()));
                }
            }
            default -> {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    for (int i = 0; i < 1 + number % 40; i++) {
                        bytes.seek(random.nextLong(bytes.length()));
                        bytes.write(random.nextInt(256));
                    }
                }
                if (number % 3 == 0) {
                    byte[] noise = new byte[5000];
                    random.nextBytes(noise);
                    Files.write(place.resolve("codeheals.db-wal"), noise);
                    Files.write(place.resolve("codeheals.db-shm"), noise);
                }
            }
        }
        return "case " + number;
    }

    @Test
    void aNewerDatabaseIsLeftAsItIs() throws IOException {
        Path data = folder.resolve("newer");
        Envelope kept;
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            kept = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            database.inTransaction(c -> {
                Connections.execute(c, "PRAGMA user_version = 999");
                return 0;
            });
        }
        byte[] before = Files.readAllBytes(data.resolve("codeheals.db"));
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            Envelope added = journal.append(Envelopes.proposal(), List.of());
            assertThat(database.notices()).singleElement().asString().contains("newer version");
            assertThat(journal.latest(5)).containsExactly(added, kept);
        }
        assertThat(Files.readAllBytes(data.resolve("codeheals.db"))).isEqualTo(before);
    }

    @Test
    void olderDatabasesOfEveryVersionAreBackedUpAndMigrated() throws IOException, java.sql.SQLException {
        List<Integer> wrong = new ArrayList<>();
        for (int version = 1; version < Migrations.newest(); version++) {
            Path data = Files.createDirectories(folder.resolve("older-" + version));
            try (var connection = Connections.writer(data.resolve("codeheals.db"))) {
                Migrations.run(connection, version);
            }
            try (Database database = Database.open(data, Envelopes.CLOCK)) {
                SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                Envelope added = journal.append(Envelopes.proposal(), List.of());
                if (!database.notices().isEmpty() || database.lastBackup().isEmpty() || journal.find(added.envelopeId()).isEmpty()) {
                    wrong.add(version);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("S13", "stores of every older version: backed up, migrated; of a newer one: not a byte changed", Migrations.newest(), wrong.size(),
                "-"));
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadTheStore() throws IOException {
        Path data = folder.resolve("private");
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            database.backUp();
            new LogFile(data, Envelopes.CLOCK, line -> line).write("started", "");
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Set<String> wanted = Set.of(Files.isDirectory(file) ? "rwx------" : "rw-------");
                    assertThat(wanted).as(file.toString()).contains(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        }
    }
}
