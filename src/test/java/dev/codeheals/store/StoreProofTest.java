package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.proof.InMemoryFolder;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S6, S11, S12, S13, S15: whatever happens to the database's file, the program starts, tells, and returns nothing false.
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
            fill(database, journal, 60, truth);
            database.backUp();
            fill(database, journal, 20, truth);
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

    private static void fill(Database database, SqliteJournal journal, int count, Map<String, Envelope> truth) {
        database.inTransaction(_ -> {
            for (int i = 0; i < count; i++) {
                Envelope kept = journal.append(Envelopes.proposal(), Envelopes.EDITS);
                truth.put(kept.envelopeId(), kept);
            }
            return count;
        });
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
    void aFullDiskStopsNothingAndWhatWaitedIsSavedLater() throws IOException, InterruptedException {
        fullDisk(16);
    }

    @Test
    @Tag("proof")
    void everyAmountOfFreeSpaceStopsNothing() throws IOException, InterruptedException {
        fullDisk(256);
    }

    private void fullDisk(int steps) throws IOException, InterruptedException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "only root can mount a small disk");
        List<String> wrong = new ArrayList<>();
        int told = 0;
        try {
            for (int step = 0; step < steps; step++) {
                Path data = disk.resolve("data-" + step);
                Path ballast = disk.resolve("ballast");
                try (Database database = Database.open(data, Envelopes.CLOCK)) {
                    SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                    Envelope first = journal.append(Envelopes.proposal(), List.of());
                    long free = Files.getFileStore(disk).getUsableSpace() - step * (1L << 20) / steps;
                    Files.write(ballast, new byte[Math.toIntExact(Math.max(0, free))]);
                    List<Envelope> kept = new ArrayList<>(List.of(first));
                    for (int i = 0; i < 60; i++) {
                        kept.add(journal.append(Envelopes.proposal(), Envelopes.EDITS));
                    }
                    told += database.notices().stream().anyMatch(n -> n.contains("full")) ? 1 : 0;
                    check(journal, kept, "while full at " + step, wrong);
                    Files.delete(ballast);
                }
                try (Database again = Database.open(data, Envelopes.CLOCK)) {
                    long count = new SqliteJournal(again, Envelopes.CLOCK).count();
                    if (count != 61 || again.inMemory()) {
                        wrong.add("after the disk had room again there were " + count + " of 61 at " + step);
                    }
                }
                run("rm", "-r", data.toString());
            }
        } finally {
            run("umount", disk.toString());
        }
        ProofTable.add(new ProofTable.Row("S6", "a full disk: the work goes on, is told (" + told + ") and saved once there is room", steps, wrong.size(), "-"));
        assertThat(told).isPositive();
        assertThat(wrong).isEmpty();
    }

    private static void check(SqliteJournal journal, List<Envelope> kept, String when, List<String> wrong) {
        if (!journal.latest(100).equals(kept.reversed())) {
            wrong.add(when + ": the journal shows something else than was appended");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void aFolderThatCannotBeWrittenIsWorkedWithInMemory() throws IOException, InterruptedException {
        Path mounted = Files.createDirectories(folder.resolve("mounted"));
        assumeTrue(run("mount", "-t", "tmpfs", "tmpfs", mounted.toString()), "only root can mount a read-only disk");
        Envelope before;
        try {
            try (Database database = Database.open(mounted.resolve("data"), Envelopes.CLOCK)) {
                before = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            }
            assertThat(run("mount", "-o", "remount,ro", mounted.toString())).isTrue();
            try (Database database = Database.open(mounted.resolve("data"), Envelopes.CLOCK)) {
                SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                Envelope added = journal.append(Envelopes.proposal(), List.of());
                assertThat(database.inMemory()).isTrue();
                assertThat(journal.latest(9)).containsExactly(added, before);
                assertThat(database.notices()).singleElement().asString().contains("goes on in memory");
            }
        } finally {
            run("umount", mounted.toString());
        }
    }

    @Test
    void aFolderThatIsAFileIsWorkedWithInMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "");
        try (Database database = Database.open(file, Envelopes.CLOCK)) {
            Envelope added = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            assertThat(new SqliteJournal(database, Envelopes.CLOCK).find(added.envelopeId())).contains(added);
            assertThat(database.inMemory()).isTrue();
        }
    }

    @Test
    void aDatabaseDeletedWhileOpenIsWrittenAgain() throws IOException {
        Path data = folder.resolve("vanishing");
        Envelope first;
        Envelope second;
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            first = journal.append(Envelopes.proposal(), List.of());
            for (String name : List.of("codeheals.db", "codeheals.db-wal", "codeheals.db-shm", "codeheals.lock")) {
                Files.deleteIfExists(data.resolve(name));
            }
            second = journal.append(Envelopes.proposal(), List.of());
            assertThat(database.notices()).anyMatch(n -> n.contains("vanished"));
        }
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            assertThat(new SqliteJournal(database, Envelopes.CLOCK).latest(5)).containsExactly(second, first);
        }
    }

    @Test
    void aFolderDeletedWhileOpenIsMadeAgain() throws IOException, InterruptedException {
        Path data = folder.resolve("gone");
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            journal.append(Envelopes.proposal(), List.of());
            assertThat(run("rm", "-r", data.toString())).isTrue();
            assertThatCode(() -> journal.append(Envelopes.proposal(), List.of())).doesNotThrowAnyException();
            assertThat(journal.count()).isEqualTo(2);
        }
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
    void anOlderDatabaseIsBackedUpAndMigrated() throws IOException {
        Path data = folder.resolve("older");
        Files.createDirectories(data);
        try (var connection = Connections.writer(data.resolve("codeheals.db"))) {
            Connections.execute(connection, "CREATE TABLE envelopes (x)");
            Connections.execute(connection, "DROP TABLE envelopes");
            Migrations.run(connection, 1);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            assertThat(database.notices()).isEmpty();
            assertThat(database.lastBackup()).isPresent();
        }
    }

    @Test
    void everyTamperedRecordIsFound() {
        Path data = folder.resolve("tampered");
        int rows = 1000;
        Random random = new Random(5);
        Map<String, Envelope> truth = new HashMap<>();
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            fill(database, journal, rows, truth);
            int believed = flipBits(database, random);
            List<SqliteJournal.Quarantined> found = new ArrayList<>();
            journal.onQuarantine(found::add);
            List<Envelope> returned = journal.latest(rows);
            ProofTable.add(new ProofTable.Row("S15", "one bit changed in a record: found, put in quarantine, never returned", rows,
                    (long) rows - found.size() + returned.size(), believed + " of them still read as a record"));
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
            List<String> read = journal.latest(20).stream().map(Envelope::envelopeId).toList();
            ProofTable.add(new ProofTable.Row("S14", "clock jumps: records stay in the order they were made", made.size(), read.equals(made) ? 0 : 1,
                    "-"));
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
                fill(database, journal, 2000, new HashMap<>());
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
