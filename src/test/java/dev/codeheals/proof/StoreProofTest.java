package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.repair.model.KnownSecrets;
import dev.codeheals.engine.repair.model.Redaction;
import dev.codeheals.engine.repair.model.SeededSecrets;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.LogFile;
import dev.codeheals.store.ManyPatterns;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.store.StoreException;
import dev.codeheals.store.StoreInside;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
        int believed = 0;
        int crashed = 0;
        long slowest = 0;
        Optional<Set<String>> rows = plainRows(whole);
        for (int i = 0; i < cases; i++) {
            Path place = folder.resolve("case-" + i);
            copy(whole, place);
            String how = harm(place, random, i);
            Path plain = folder.resolve("plain-" + i);
            copy(place, plain);
            Optional<Set<String>> read = plainRows(plain);
            crashed += read.isEmpty() ? 1 : 0;
            believed += read.isPresent() && !read.equals(rows) ? 1 : 0;
            long start = System.nanoTime();
            try (Database database = Database.open(place, Envelopes.CLOCK)) {
                SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                slowest = Math.max(slowest, System.nanoTime() - start);
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
        ProofTable.add(new ProofTable.Row("S11", "damaged databases: no crash, no false record, the last good backup restored", "%d restored; slowest start %d ms"
                .formatted(restored, TimeUnit.NANOSECONDS.toMillis(slowest)), damaged, wrong.size(),
                "SQLite alone fails at " + crashed + " and returns something else for " + believed));
        assertThat(restored).isPositive();
        assertThat(crashed).as("without the protection").isPositive();
        assertThat(believed).as("without the protection").isPositive();
        assertThat(wrong).isEmpty();
    }

    /// The control: the records as SQLite by itself reads them; empty if it cannot.
    private static Optional<Set<String>> plainRows(Path data) {
        Set<String> rows = new HashSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("codeheals.db")); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT envelope_id, decision, outcome, body FROM envelopes")) {
            while (row.next()) {
                rows.add(row.getString(1) + row.getString(2) + row.getString(3) + Arrays.hashCode(row.getBytes(4)));
            }
            return Optional.of(rows);
        } catch (SQLException _) {
            return Optional.empty();
        }
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
    void aNewerDatabaseIsLeftAsItIs() throws IOException, SQLException {
        Path data = folder.resolve("newer");
        Envelope kept;
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            kept = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            database.inTransaction(c -> {
                StoreInside.execute(c, "PRAGMA user_version = 999");
                return 0;
            });
        }
        byte[] before = Files.readAllBytes(data.resolve("codeheals.db"));
        Path plain = folder.resolve("plain");
        copy(data, plain);
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
            Envelope added = journal.append(Envelopes.proposal(), List.of());
            assertThat(database.notices()).singleElement().asString().contains("newer version");
            assertThat(journal.latest(5)).containsExactly(added, kept);
        }
        boolean unchanged = Arrays.equals(Files.readAllBytes(data.resolve("codeheals.db")), before);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + plain.resolve("codeheals.db"))) {
            StoreInside.execute(connection, "UPDATE envelopes SET outcome = 'APPROVED'");
        }
        boolean written = !Arrays.equals(Files.readAllBytes(plain.resolve("codeheals.db")), before);
        ProofTable.add(new ProofTable.Row("S13", "a store of a newer version: read, not a byte changed", 1, unchanged ? 0 : 1,
                written ? "a program that does not look at the version writes into it" : "-"));
        assertThat(written).as("without the protection").isTrue();
        assertThat(unchanged).isTrue();
    }

    @Test
    void olderDatabasesOfEveryVersionAreBackedUpAndMigrated() throws IOException, SQLException {
        List<Integer> wrong = new ArrayList<>();
        int lacking = 0;
        Envelope kept;
        try (Database database = Database.open(folder.resolve("filled"), Envelopes.CLOCK)) {
            kept = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
        }
        for (int version = 1; version < StoreInside.newest(); version++) {
            Path data = Files.createDirectories(folder.resolve("older-" + version));
            try (Connection connection = StoreInside.older(data.resolve("codeheals.db"), version)) {
                StoreInside.execute(connection, "ATTACH '" + folder.resolve("filled/codeheals.db") + "' AS filled");
                StoreInside.execute(connection, "INSERT INTO envelopes SELECT * FROM filled.envelopes");
                StoreInside.execute(connection, "INSERT INTO decisions SELECT * FROM filled.decisions");
                lacking += StoreInside.isWhole(connection) ? 0 : 1;
            }
            try (Database database = Database.open(data, Envelopes.CLOCK)) {
                SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                Envelope added = journal.append(Envelopes.proposal(), List.of());
                if (!database.notices().isEmpty() || database.lastBackup().isEmpty() || !journal.latest(5).equals(List.of(added, kept))
                        || !journal.verifyChain().intact()) {
                    wrong.add(version);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("S13", "stores of every older version: backed up, migrated, every record read", StoreInside.newest() - 1L, wrong.size(),
                lacking + " lack what today's statements need"));
        assertThat(lacking).as("without the protection").isEqualTo(StoreInside.newest() - 1);
        assertThat(wrong).isEmpty();
    }

    @Test
    void theSqliteOfAnyPythonReadsTheStore() throws IOException, InterruptedException {
        Interpreter python = Machine.python().orElseThrow();
        Path data = folder.resolve("read-by-others");
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            ManyPatterns.fill(database, 3);
        }
        Process reader = new ProcessBuilder(python.executable().toString(), "-c", """
                import sqlite3, sys
                store = sqlite3.connect(sys.argv[1])
                print(store.execute("SELECT count(*), sum(rank > 0) FROM success_patterns").fetchone())
                """, data.resolve("codeheals.db").toString()).redirectErrorStream(true).start();
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("(3, 3)\n");
        assertThat(reader.waitFor()).isZero();
    }

    @Test
    void onlyTheOwnerCanReadTheStore() throws IOException {
        Path data = folder.resolve("private");
        List<String> readable = new ArrayList<>();
        int seen = 0;
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            database.backUp();
            new LogFile(data, Envelopes.CLOCK, line -> line).write("started", "");
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    seen++;
                    if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------")) {
                        readable.add(file.toString());
                    }
                }
            }
        }
        boolean usual = Files.getPosixFilePermissions(Files.writeString(folder.resolve("usual"), "")).size() > 2;
        ProofTable.add(new ProofTable.Row("D9", "store, backups and log can be read by their owner alone", seen, readable.size(),
                usual ? "a file as programs make it can be read by others here" : "files are private here anyway"));
        assertThat(readable).isEmpty();
    }

    @Test
    void theLogHoldsNoSecretAndStaysSmall() throws IOException {
        Redaction redaction = Redaction.of(KnownSecrets.NONE, Path.of("/srv/shop"));
        LogFile log = new LogFile(folder.resolve("masked"), Envelopes.CLOCK, redaction::mask, 200_000);
        LogFile plain = new LogFile(folder.resolve("plain"), Envelopes.CLOCK, line -> line, 2_000_000);
        int secrets = 0;
        List<String> found = new ArrayList<>();
        int unmasked = 0;
        for (SeededSecrets kind : SeededSecrets.all(47)) {
            for (String text : kind.texts()) {
                secrets++;
                log.write("notice", "A heal broke off: the request with " + text + " was refused.");
                plain.write("notice", "A heal broke off: the request with " + text + " was refused.");
            }
            String written = all(folder.resolve("masked"));
            String open = all(folder.resolve("plain"));
            kind.parts().stream().filter(written::contains).forEach(part -> found.add(kind.kind() + ": " + part));
            unmasked += (int) kind.parts().stream().filter(open::contains).count();
        }
        long size = all(folder.resolve("masked")).length();
        ProofTable.add(new ProofTable.Row("D9", "the log holds no secret and stays small", secrets + " lines in " + size + " bytes", secrets, found.size(),
                unmasked + " parts of secrets are found in a plain log"));
        assertThat(unmasked).as("without the protection").isPositive();
        assertThat(found).isEmpty();
        assertThat(size).isLessThan(3 * 210_000L);
    }

    private static String all(Path logs) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
