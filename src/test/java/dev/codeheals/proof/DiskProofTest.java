package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.store.Database;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.LogFile;
import dev.codeheals.store.SqliteJournal;
import dev.codeheals.store.SqlitePromotions;
import dev.codeheals.store.StoreInside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S6, S12: a disk that is full, read-only or gone stops nothing; what waited is saved later.
@EnabledOnOs({OS.LINUX, OS.MAC})
class DiskProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

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
        int torn = 0;
        try {
            for (int step = 0; step < steps; step++) {
                Path data = disk.resolve("data-" + step);
                Path ballast = disk.resolve("ballast");
                Project project = new Project(Files.createDirectories(disk.resolve("project-" + step)).toRealPath());
                try (Database database = Database.open(data, Envelopes.CLOCK)) {
                    LogFile log = new LogFile(data, Envelopes.CLOCK, line -> line);
                    SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                    Envelope first = journal.append(Envelopes.proposal(), List.of());
                    long free = Files.getFileStore(disk).getUsableSpace() - step * (1L << 20) / steps;
                    Files.write(ballast, new byte[Math.toIntExact(Math.max(0, free))]);
                    List<Envelope> kept = new ArrayList<>(List.of(first));
                    for (int i = 0; i < 60; i++) {
                        kept.add(journal.append(Envelopes.proposal(), Envelopes.EDITS));
                        log.write("proposed", kept.getLast().envelopeId());
                    }
                    if (!project.promote(database)) {
                        wrong.add("half a patch while full at " + step);
                    }
                    torn += project.tornByPlainWriting() ? 1 : 0;
                    told += database.notices().stream().anyMatch(n -> n.contains("full")) ? 1 : 0;
                    check(journal, kept, "while full at " + step, wrong);
                    Files.delete(ballast);
                }
                try (Database again = Database.open(data, Envelopes.CLOCK)) {
                    long count = new SqliteJournal(again, Envelopes.CLOCK).count();
                    if (count != 61 || again.inMemory()) {
                        wrong.add("after the disk had room again there were " + count + " of 61 at " + step);
                    }
                    if (!project.promote(again) || !project.isNew()) {
                        wrong.add("not applied after the disk had room again at " + step);
                    }
                }
                run("rm", "-r", data.toString(), project.root().toString());
            }
        } finally {
            run("umount", disk.toString());
        }
        ProofTable.add(new ProofTable.Row("S6", "every amount of free space: files whole, the work goes on and is saved once there is room",
                told + " times the disk refused a record", steps, wrong.size(), torn + " times a file written in place is cut"));
        assertThat(told).isPositive();
        assertThat(torn).as("without the protection").isPositive();
        assertThat(wrong).isEmpty();
    }

    /// Two files to change, on the disk that is full.
    private record Project(Path root) {
        private static final String OLD = "x = 1\n".repeat(4000);
        private static final String NEW = "y = 22\n".repeat(6000);

        Project {
            try {
                Files.writeString(root.resolve("a.py"), OLD);
                Files.writeString(root.resolve("b.py"), OLD);
                Files.writeString(root.resolve("plain.py"), OLD);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Whether both files are old or both are new afterwards, as the answer says.
        boolean promote(Database database) throws IOException {
            PatchPromoter promoter = new PatchPromoter(FileOperations.best(), new SqlitePromotions(database, Envelopes.CLOCK),
                    database.folder().resolve("undo"), () -> { }, new Ids(InstantSource.system())::next, Envelopes.CLOCK);
            byte[] before = OLD.getBytes(StandardCharsets.UTF_8);
            byte[] after = NEW.getBytes(StandardCharsets.UTF_8);
            if (isNew()) {
                return true;
            }
            PromotionResult result = promoter.promote(root, "", List.of(new FileChange("a.py", before, after), new FileChange("b.py", before, after)));
            boolean promoted = result instanceof PromotionResult.Promoted;
            return promoted ? isNew() : Files.readString(root.resolve("a.py")).equals(OLD) && Files.readString(root.resolve("b.py")).equals(OLD)
                    && result.message().startsWith("The change was not applied");
        }

        boolean isNew() throws IOException {
            return Files.readString(root.resolve("a.py")).equals(NEW) && Files.readString(root.resolve("b.py")).equals(NEW);
        }

        /// The control.
        boolean tornByPlainWriting() throws IOException {
            Path plain = root.resolve("plain.py");
            try {
                Files.writeString(plain, NEW);
                return false;
            } catch (IOException _) {
                String left = Files.readString(plain);
                return !left.equals(OLD) && !left.equals(NEW);
            }
        }
    }

    @Test
    void aStartOnAFullDiskLeavesTheStoreWhereItIs() throws IOException, InterruptedException {
        Path mounted = Files.createDirectories(folder.resolve("full"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mounted.toString()), "only root can mount a small disk");
        Path data = mounted.resolve("data");
        try {
            Envelope before;
            try (Database database = Database.open(data, Envelopes.CLOCK)) {
                before = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            }
            assertThat(run("dd", "if=/dev/zero", "of=" + mounted.resolve("ballast"))).as("the disk takes all").isFalse();
            Envelope meanwhile;
            try (Database database = Database.open(data, Envelopes.CLOCK)) {
                SqliteJournal journal = new SqliteJournal(database, Envelopes.CLOCK);
                meanwhile = journal.append(Envelopes.proposal(), List.of());
                assertThat(journal.latest(5)).containsExactly(meanwhile, before);
                assertThat(database.notices()).singleElement().asString().contains("is full", "goes on in memory and saves as soon as it can");
                assertThat(data.resolve("codeheals.db.damaged-1")).doesNotExist();
                Files.delete(mounted.resolve("ballast"));
            }
            try (Database database = Database.open(data, Envelopes.CLOCK)) {
                assertThat(new SqliteJournal(database, Envelopes.CLOCK).latest(5)).containsExactly(meanwhile, before);
            }
        } finally {
            run("umount", "-l", mounted.toString());
        }
    }

    @Test
    void nothingIsAppliedThatCouldNotBeTakenBack() throws IOException, InterruptedException {
        Path mounted = Files.createDirectories(folder.resolve("mounted"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", mounted.toString()), "only root can mount a small disk");
        try (Database database = Database.open(mounted.resolve("data"), Envelopes.CLOCK)) {
            Path root = Files.createDirectories(folder.resolve("roomy")).toRealPath();
            Path file = Files.writeString(root.resolve("a.py"), "x = 1\n");
            Files.createDirectories(mounted.resolve("data/undo"));
            assertThat(run("dd", "if=/dev/zero", "of=" + mounted.resolve("ballast"))).as("the disk takes all").isFalse();
            SqlitePromotions ledger = new SqlitePromotions(database, Envelopes.CLOCK);
            PatchPromoter promoter = new PatchPromoter(FileOperations.best(), ledger, mounted.resolve("data/undo"), () -> { },
                    new Ids(InstantSource.system())::next, Envelopes.CLOCK);
            List<FileChange> changes = List.of(new FileChange("a.py", Files.readAllBytes(file), "x = 2\n".getBytes(StandardCharsets.UTF_8)));

            PromotionResult full = promoter.promote(root, "", changes);
            assertThat(database.inMemory()).isTrue();
            assertThat(full).isInstanceOf(PromotionResult.Refused.class);
            assertThat(full.message()).contains("Make room");
            assertThat(file).hasContent("x = 1\n");
            assertThat(ledger.pending()).isEmpty();
        } finally {
            run("umount", "-l", mounted.toString());
        }
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
                ProofTable.add(new ProofTable.Row("S12", "a read-only data folder: the work goes on in memory, is told, the old records are read", 1, 0,
                        Files.isWritable(mounted.resolve("data")) ? "the folder took files after all" : "the folder takes no file"));
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
    void aDatabaseDeletedWhileOpenIsWrittenAgain() throws IOException, SQLException {
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
            ProofTable.add(new ProofTable.Row("S12", "a store deleted while it is open: written again, nothing lost", 1, 0,
                    vanished() ? "nothing is left when SQLite goes on by itself" : "-"));
            assertThat(new SqliteJournal(database, Envelopes.CLOCK).latest(5)).containsExactly(second, first);
        }
    }

    /// The control: writes after the file was deleted.
    private boolean vanished() throws IOException, SQLException {
        Path file = folder.resolve("plain.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            StoreInside.execute(connection, "PRAGMA journal_mode = WAL");
            StoreInside.execute(connection, "CREATE TABLE t (x)");
            StoreInside.execute(connection, "INSERT INTO t VALUES (1)");
            for (String name : List.of("plain.db", "plain.db-wal", "plain.db-shm")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            StoreInside.execute(connection, "INSERT INTO t VALUES (2)");
        }
        return !Files.exists(file);
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
    @Tag("proof")
    void aStoreThatAnotherProgramKeepsLockedIsWorkedWithInMemoryUntilItLetsGo() throws IOException, SQLException {
        Path data = folder.resolve("locked");
        Envelope waited;
        try (Database database = Database.open(data, Envelopes.CLOCK); Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("codeheals.db"))) {
            StoreInside.execute(other, "BEGIN IMMEDIATE");
            waited = new SqliteJournal(database, Envelopes.CLOCK).append(Envelopes.proposal(), List.of());
            assertThat(database.notices()).singleElement().asString().contains("locked", "saves as soon as it can");
            StoreInside.execute(other, "ROLLBACK");
        }
        try (Database database = Database.open(data, Envelopes.CLOCK)) {
            assertThat(new SqliteJournal(database, Envelopes.CLOCK).latest(5)).containsExactly(waited);
        }
        ProofTable.add(new ProofTable.Row("S12", "a store another program keeps locked: worked in memory, saved once it lets go", 1, 0, ""));
    }
}
