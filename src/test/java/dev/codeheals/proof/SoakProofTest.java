package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.SqliteJournal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S16: nothing piles up.
@EnabledOnOs({OS.LINUX, OS.MAC})
class SoakProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @Test
    void hundredsOfAttemptsLeaveNothingBehind() throws IOException {
        soak(400);
    }

    @Test
    @Tag("proof")
    void tenThousandAttemptsLeaveNothingBehind() throws IOException {
        soak(10_000);
    }

    private void soak(int rounds) throws IOException {
        try (Workshop workshop = new Workshop(folder)) {
            SqliteJournal journal = new SqliteJournal(workshop.database(), Envelopes.CLOCK);
            Files.writeString(workshop.root().resolve("a.py"), "x = 0\n");
            attempts(workshop, journal, 0, 100);
            Load before = Load.now();
            long size = database();
            attempts(workshop, journal, 100, rounds);
            Load after = Load.now();

            double grown = after.grownSince(before, rounds - 100);
            long each = (database() - size) / (rounds - 100);
            boolean flat = after.isFlatSince(before);
            ProofTable.add(new ProofTable.Row("S16", "attempts recorded and applied: memory, threads and open files stay flat",
                    "%.2f MB a thousand, %d bytes of store each".formatted(Math.max(0, grown), each), rounds, flat ? 0 : 1, leaking()));
            assertThat(flat).as("%s then %s", before, after).isTrue();
            assertThat(each).isLessThan(5 << 10);
            // Below a thousand rounds what the virtual machine itself keeps outweighs what is measured.
            assertThat(rounds < 1000 || grown <= 1).as("grows by %s MB a thousand", grown).isTrue();
            assertThat(workshop.temporaryFiles()).isZero();
        }
    }

    /// The control: the same look at a program that forgets to let go of a little each time.
    private String leaking() throws IOException {
        Load before = Load.now();
        List<byte[]> kept = new ArrayList<>();
        List<FileChannel> open = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            kept.add(new byte[4096]);
            if (i % 100 == 0) {
                open.add(FileChannel.open(folder.resolve("leak"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            }
        }
        Load after = Load.now();
        double grown = after.grownSince(before, kept.size());
        for (FileChannel channel : open) {
            channel.close();
        }
        assertThat(grown).as("without the protection").isGreaterThan(1);
        assertThat(after.isFlatSince(before)).isFalse();
        return "%d bytes kept each time are seen as %.1f MB a thousand, %d files left open as %d".formatted(kept.getFirst().length, grown, open.size(),
                after.files() - before.files());
    }

    private static void attempts(Workshop workshop, SqliteJournal journal, int from, int to) {
        for (int i = from; i < to; i++) {
            Envelope kept = journal.append(Envelopes.proposal(), List.of());
            Workshop.promoted(workshop.promoter().promote(workshop.root(), kept.envelopeId(),
                    List.of(Workshop.change("a.py", "x = " + i + "\n", "x = " + (i + 1) + "\n"))));
        }
    }

    private long database() throws IOException {
        return Files.size(folder.resolve("data/codeheals.db"));
    }
}
