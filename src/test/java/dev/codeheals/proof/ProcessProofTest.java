package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.store.Envelopes;
import dev.codeheals.store.ProjectLock;
import dev.codeheals.store.SqliteJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S1, S3, S9: other processes, killed without warning or working beside us.
@EnabledOnOs(OS.LINUX)
class ProcessProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    @TempDir
    Path onDisk;

    @Test
    void killingItWhilePromotingTearsAndLosesNothing() throws IOException, InterruptedException {
        kills(8);
    }

    @Test
    @Tag("proof")
    void killingItAThousandTimesTearsAndLosesNothing() throws IOException, InterruptedException {
        kills(Integer.getInteger("proof.kills", 1000));
    }

    private void kills(int count) throws IOException, InterruptedException {
        Random random = new Random(Integer.getInteger("proof.seed", 1));
        List<String> wrong = new ArrayList<>();
        Path file = Files.createDirectories(folder.resolve("project")).resolve("a.py");
        Files.write(file, Child.state('A', 200_000 + random.nextInt(2_000_000)));
        Files.setAttribute(file, "unix:mode", 0100750);
        long size = Files.size(file);
        Set<String> acknowledged = new HashSet<>();
        AtomicInteger cutShort = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            Process child = Child.start(folder.resolve("errors"), List.of(), "promote", folder.toString(), "1000000");
            acknowledged.addAll(killed(child, i % 2 == 1, random.nextInt(600), cutShort, wrong));
            check(file, size, i, wrong);
        }
        try (Workshop restarted = new Workshop(folder)) {
            restarted.promoter().reconcile();
            SqliteJournal journal = new SqliteJournal(restarted.database(), Envelopes.CLOCK);
            Set<String> kept = new HashSet<>(journal.latest(Integer.MAX_VALUE).stream().map(Envelope::envelopeId).toList());
            acknowledged.stream().filter(id -> !kept.contains(id)).forEach(id -> wrong.add("lost " + id));
            if (restarted.temporaryFiles() > 0 || !restarted.ledger().pending().isEmpty() || !journal.verifyChain().intact()) {
                wrong.add("left over after the next start");
            }
        }
        String torn = torn(Math.min(count, 60), random);
        ProofTable.add(new ProofTable.Row("S1", "killed with kill -9 while writing: no torn file, no lost record",
                acknowledged.size() + " promotions acknowledged, " + cutShort + " cut short and ended by the next start", count, wrong.size(), torn + " files torn when written in place"));
        assertThat(torn).as("without the protection").doesNotStartWith("0 ");
        assertThat(acknowledged).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    /// @param atWork   whether the time begins with its first promotion instead of its start
    /// @param cutShort counts the promotions this start had to end
    private static Set<String> killed(Process child, boolean atWork, int afterMillis, AtomicInteger cutShort, List<String> wrong)
            throws IOException, InterruptedException {
        Set<String> said = new HashSet<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            String ready = out.readLine();
            if (ready == null || !ready.startsWith("ready ")) {
                wrong.add("the child said " + ready);
            } else {
                cutShort.addAndGet(Integer.parseInt(ready.substring("ready ".length())));
            }
            if (atWork) {
                note(out.readLine(), said, wrong);
            }
            boolean endedByItself = child.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            // By its handle: the process's own method would close the stream that still holds what it said.
            assertThat(child.toHandle().destroyForcibly() || endedByItself).isTrue();
            child.waitFor();
            if (endedByItself) {
                wrong.add("the child ended by itself");
            }
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                note(line, said, wrong);
            }
        }
        return said;
    }

    private static void note(@Nullable String line, Set<String> said, List<String> wrong) {
        if (line != null && line.startsWith("promoted ") && line.length() == "promoted ".length() + 36) {
            said.add(line.substring("promoted ".length()));
        } else if (line != null && line.startsWith("failed")) {
            wrong.add(line);
        }
    }

    private static void check(Path file, long size, int round, List<String> wrong) throws IOException {
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        boolean whole = bytes.length == size;
        for (byte b : bytes) {
            whole &= b == bytes[0];
        }
        if (!whole || ((int) Files.getAttribute(file, "unix:mode") & 07777) != 0750) {
            wrong.add("torn, missing or of another mode after kill " + round);
        }
    }

    private String torn(int count, Random random) throws IOException, InterruptedException {
        Path place = folder.resolve("control");
        Path file = Files.createDirectories(place.resolve("project")).resolve("a.py");
        long torn = 0;
        int tries = 0;
        for (; tries < count || (torn == 0 && tries < 200); tries++) {
            Files.write(file, Child.state('A', 2 << 20));
            killed(Child.start(folder.resolve("errors"), List.of(), "overwrite", place.toString()), false, random.nextInt(100), new AtomicInteger(),
                    new ArrayList<>());
            List<String> wrong = new ArrayList<>();
            Files.setAttribute(file, "unix:mode", 0100750);
            check(file, 2 << 20, tries, wrong);
            torn += wrong.size();
        }
        return torn + " of " + tries;
    }

    @Test
    void everyPromotionReachesTheDiskInTheRightOrder() throws IOException, InterruptedException {
        order(10);
    }

    @Test
    @Tag("proof")
    void fiveHundredPromotionsReachTheDiskInTheRightOrder() throws IOException, InterruptedException {
        order(500);
    }

    private void order(int promotions) throws IOException, InterruptedException {
        assumeTrue(available("strace", "-V"), "strace is not installed");
        int inOrder = inOrder("promote", promotions);
        int withoutSyncs = inOrder("forget", Math.min(promotions, 5));
        ProofTable.add(new ProofTable.Row("S3", "new bytes on the disk before they get the name, the folder before the record", promotions,
                promotions - inOrder, withoutSyncs + " of " + Math.min(promotions, 5) + " are in order when nothing is synced"));
        assertThat(withoutSyncs).as("without the protection").isZero();
        assertThat(inOrder).isEqualTo(promotions);
    }

    private int inOrder(String how, int promotions) throws IOException, InterruptedException {
        Path place = Files.createDirectories(onDisk.resolve(how)).toRealPath();
        Path trace = place.resolve("trace");
        Path file = Files.createDirectories(place.resolve("project")).resolve("a.py");
        Files.write(file, Child.state('A', 100_000));
        Process child = Child.start(place.resolve("errors"), List.of("strace", "-f", "-y", "-q", "-o", trace.toString(), "-e",
                "trace=fsync,fdatasync,renameat2,rename,renameat,unlinkat"), how, place.toString(), Integer.toString(promotions));
        long applied = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("promoted")).count();
        assumeTrue(child.waitFor() == 0, "strace may not trace here");
        assertThat(applied).isEqualTo(promotions);
        Audit audit = new Audit();
        Files.readAllLines(trace).forEach(audit::line);
        return audit.good;
    }

    /// Follows the order of one promotion's calls: bytes, exchange, folder, commit.
    private static final class Audit {
        private static final Pattern CALL = Pattern.compile("(fsync|fdatasync|renameat2|renameat|rename)\\((.*)");
        private int stage;
        private int good;

        void line(String line) {
            Matcher call = CALL.matcher(line);
            if (!call.find() || !line.contains("= 0")) {
                return;
            }
            String what = call.group(1);
            String target = call.group(2);
            if (what.startsWith("f") && target.contains(".codeheals-")) {
                stage = 1;
            } else if (what.equals("renameat2") && target.contains("RENAME_EXCHANGE")) {
                stage = stage == 1 ? 2 : -1;
            } else if (what.equals("fsync") && target.contains("/project>")) {
                stage = stage == 2 ? 3 : stage;
            } else if (what.startsWith("f") && target.contains("codeheals.db-wal") && stage == 3) {
                stage = 0;
                good++;
            }
        }
    }

    private static boolean available(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aProjectHasOneOwnerEvenAfterAKill() throws IOException, InterruptedException {
        owners(2);
    }

    @Test
    @Tag("proof")
    void aProjectHasOneOwnerInTwoHundredRaces() throws IOException, InterruptedException {
        owners(Integer.getInteger("proof.owners", 200));
    }

    private void owners(int rounds) throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        int notesLeft = 0;
        long slowest = 0;
        for (int round = 0; round < rounds; round++) {
            int processes = 2 + round % 7;
            List<Process> children = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                children.add(Child.start(folder.resolve("errors"), List.of(), "own", folder.toString()));
            }
            List<String> said = new ArrayList<>();
            for (Process child : children) {
                said.add(new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8)).readLine());
            }
            long owners = said.stream().filter("owner"::equals).count();
            long others = said.stream().filter(line -> line != null && line.startsWith("other ")).count();
            if (owners != 1 || others != processes - 1) {
                wrong.add(round + ": " + said);
            }
            for (Process child : children) {
                child.destroyForcibly().waitFor();
            }
            notesLeft += namesAnOwner(folder.resolve("data/locks")) ? 1 : 0;
            long killed = System.nanoTime();
            if (ProjectLock.acquire(folder.resolve("data"), folder, "proof", Envelopes.CLOCK) instanceof ProjectLock.Attempt.Owned owned) {
                slowest = Math.max(slowest, System.nanoTime() - killed);
                owned.lock().close();
            } else {
                wrong.add(round + ": not free after the kill");
            }
        }
        ProofTable.add(new ProofTable.Row("S9", "two to eight instances started at once: one owner, free again after kill -9",
                "free after at most " + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms", rounds, wrong.size(),
                "a note of the owner alone still names the killed one " + notesLeft + " times"));
        assertThat(slowest).isLessThan(TimeUnit.SECONDS.toNanos(1));
        assertThat(wrong).isEmpty();
        assertThat(notesLeft).isEqualTo(rounds);
    }

    private static boolean namesAnOwner(Path locks) throws IOException {
        try (Stream<Path> files = Files.list(locks)) {
            return files.anyMatch(file -> file.toFile().length() > 0);
        }
    }
}
