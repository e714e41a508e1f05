package dev.codeheals.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.proof.InMemoryFolder;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        ProofTable.add(new ProofTable.Row("S6", "a full disk: the work goes on, is told and saved once there is room", steps, wrong.size(),
                told + " times the disk refused a record"));
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
            ProofTable.add(new ProofTable.Row("S12", "a store deleted while it is open: written again, nothing lost", 1, 0,
                    "SQLite goes on writing into a file without a name"));
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
}
