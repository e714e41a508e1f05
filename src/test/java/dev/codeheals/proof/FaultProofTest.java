package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.promote.Errno;
import dev.codeheals.engine.promote.FileFault;
import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.Folder;
import dev.codeheals.engine.promote.Metadata;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.PromotionRecord;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.promote.Undo;
import dev.codeheals.engine.repair.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S2, S5: whatever fails, and wherever the program dies, a patch of several files is there wholly or not at all.
@EnabledOnOs({OS.LINUX, OS.MAC})
class FaultProofTest {
    private static final List<Errno> ERRORS = List.of(Errno.EIO, Errno.ENOSPC, Errno.EINTR, Errno.EACCES, Errno.EROFS, Errno.EMFILE, Errno.EDQUOT);

    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    /// The power goes: nothing of the program runs any more, not even what mends.
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static List<FileChange> patch() {
        return List.of(Workshop.change("a.py", "old a\n", "new a\n"), Workshop.change("pkg/b.py", "old b\n", "new b\n"),
                Workshop.change("pkg/new/c.py", null, "new c\n"), Workshop.change("pkg/d.py", "old d\n", "new d\n"),
                Workshop.change("e.py", "old e\n", "new e\n"));
    }

    private static void fill(Path root) throws IOException {
        Files.createDirectories(root.resolve("pkg"));
        for (FileChange change : patch()) {
            byte[] before = change.before();
            if (before != null) {
                Files.write(root.resolve(change.file()), before);
            }
        }
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file)) {
                    texts.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static final Map<String, String> OLD = Map.of("a.py", "old a\n", "pkg/b.py", "old b\n", "pkg/d.py", "old d\n", "e.py", "old e\n");
    private static final Map<String, String> NEW = Map.of("a.py", "new a\n", "pkg/b.py", "new b\n", "pkg/d.py", "new d\n", "e.py", "new e\n",
            "pkg/new/c.py", "new c\n");

    @Test
    void anyFaultAtAnyStepLeavesTheOldFiles() throws IOException {
        faults(List.of(Errno.ENOSPC));
    }

    @Test
    @Tag("proof")
    void sevenFaultsAtAnyStepLeaveTheOldFiles() throws IOException {
        faults(ERRORS);
    }

    private void faults(List<Errno> errors) throws IOException {
        int runs = 0;
        List<String> wrong = new ArrayList<>();
        try (Workshop workshop = new Workshop(folder)) {
            for (Errno errno : errors) {
                boolean reached = true;
                for (int step = 1; reached; step++) {
                    workshop.clear();
                    fill(workshop.root());
                    Countdown countdown = new Countdown(step);
                    PatchPromoter faulty = workshop.promoter(new FaultyFiles(FileOperations.best(), operation -> {
                        if (countdown.now()) {
                            throw new FileFault(errno, operation, "a file");
                        }
                    }), () -> { });
                    PromotionResult result = faulty.promote(workshop.root(), "", patch());
                    reached = countdown.reached();
                    runs += reached ? 1 : 0;
                    check(workshop, result, errno + " at " + step, wrong);
                }
            }
        }
        int half = halfApplied();
        ProofTable.add(new ProofTable.Row("S5", "any write error at any step leaves the files as they were and is told", errors.size() + " kinds of error",
                runs, wrong.size(), half + " of the steps leave half a patch when files are written one after the other"));
        assertThat(half).as("without the protection").isPositive();
        assertThat(wrong).isEmpty();
    }

    /// The control: each file by itself is written as carefully as can be, and a fault ends the rest.
    private int halfApplied() throws IOException {
        Path root = Files.createDirectories(folder.resolve("plain"));
        int half = 0;
        boolean reached = true;
        for (int step = 1; reached; step++) {
            fill(root);
            Countdown countdown = new Countdown(step);
            FileOperations faulty = new FaultyFiles(FileOperations.best(), operation -> {
                if (countdown.now()) {
                    throw new FileFault(Errno.ENOSPC, operation, "a file");
                }
            });
            Map<String, String> found = oneAfterTheOther(faulty, root);
            reached = countdown.reached();
            half += found.containsValue("new a\n") && found.containsValue("old e\n") ? 1 : 0;
        }
        return half;
    }

    private static Map<String, String> oneAfterTheOther(FileOperations operations, Path root) throws IOException {
        try {
            for (FileChange change : patch()) {
                Path file = root.resolve(change.file());
                try (Folder place = operations.open(Files.createDirectories(file.getParent()).toRealPath())) {
                    place.create("temp", change.after(), Metadata.PLAIN);
                    Files.move(file.resolveSibling("temp"), file, StandardCopyOption.ATOMIC_MOVE);
                    place.sync();
                }
            }
        } catch (FileFault _) {
            return texts(root);
        }
        return texts(root);
    }

    private static void check(Workshop workshop, PromotionResult result, String what, List<String> wrong) throws IOException {
        Map<String, String> found = texts(workshop.root());
        boolean promoted = result instanceof PromotionResult.Promoted;
        if (!found.equals(promoted ? NEW : OLD) || result.message().isBlank()) {
            wrong.add(what + ": " + result + " " + found);
        }
        if (!promoted && !(workshop.promoter().promote(workshop.root(), "", patch()) instanceof PromotionResult.Promoted)) {
            wrong.add(what + ": not usable afterwards");
        }
    }

    @Test
    void dyingAtAnyStepLeavesAllOldOrAllNewAfterTheNextStart() throws IOException {
        List<String> wrong = new ArrayList<>();
        int halfDone = 0;
        int runs = 0;
        long slowest = 0;
        try (Workshop workshop = new Workshop(folder)) {
            boolean died = true;
            for (int step = 1; died; step++) {
                workshop.clear();
                fill(workshop.root());
                PatchPromoter mortal = mortal(workshop, step);
                died = dies(() -> mortal.promote(workshop.root(), "", patch()));
                runs += died ? 1 : 0;
                Map<String, String> between = texts(workshop.root());
                halfDone += between.containsValue("new a\n") && between.containsValue("old e\n") ? 1 : 0;
                long start = System.nanoTime();
                List<PromotionRecord> ended = workshop.promoter().reconcile();
                slowest = Math.max(slowest, System.nanoTime() - start);
                Map<String, String> found = texts(workshop.root());
                if ((!found.equals(OLD) && !found.equals(NEW)) || !workshop.ledger().pending().isEmpty()) {
                    wrong.add(step + ": " + ended + found);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("S2", "dying at any step of a five-file patch: all old or all new after the next start",
                "which takes at most " + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms", runs, wrong.size(),
                "without the next start's look at the ledger " + halfDone + " are half applied"));
        assertThat(runs).isGreaterThanOrEqualTo(40);
        assertThat(halfDone).isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void dyingWhileUndoingLeavesAllOldOrAllNew() throws IOException {
        List<String> wrong = new ArrayList<>();
        int runs = 0;
        int between = 0;
        try (Workshop workshop = new Workshop(folder)) {
            boolean died = true;
            for (int step = 1; died; step += 2) {
                workshop.clear();
                fill(workshop.root());
                String id = Workshop.promoted(workshop.promoter().promote(workshop.root(), "", patch()));
                Undo mortal = new Undo(mortal(workshop, step), workshop.ledger());
                died = dies(() -> mortal.undo(id));
                runs += died ? 1 : 0;
                Map<String, String> left = texts(workshop.root());
                between += left.containsValue("new a\n") == left.containsValue("new e\n") ? 0 : 1;
                workshop.promoter().reconcile();
                Map<String, String> found = texts(workshop.root());
                boolean undone = workshop.ledger().find(id).orElseThrow().state() == PromotionRecord.State.UNDONE;
                if (!found.equals(undone ? OLD : NEW)) {
                    wrong.add(step + ": " + found);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("S2", "dying at any step of an undo: undone or not, never between", runs, wrong.size(),
                "without the next start's look at the ledger " + between + " are between"));
        assertThat(between).as("without the protection").isPositive();
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDiskThatIsAwayAtTheNextStartIsWaitedFor() throws IOException {
        List<String> wrong = new ArrayList<>();
        int runs = 0;
        int given = 0;
        try (Workshop workshop = new Workshop(folder)) {
            Path away = workshop.root().resolveSibling("unplugged");
            boolean died = true;
            for (int step = 1; died; step += 3) {
                workshop.clear();
                fill(workshop.root());
                PatchPromoter mortal = mortal(workshop, step);
                died = dies(() -> mortal.promote(workshop.root(), "", patch()));
                runs += died ? 1 : 0;
                Files.move(workshop.root(), away);
                workshop.promoter().reconcile();
                Files.move(away, workshop.root());
                given += texts(workshop.root()).containsValue("new a\n") && texts(workshop.root()).containsValue("old e\n") ? 1 : 0;
                workshop.promoter().reconcile();
                Map<String, String> found = texts(workshop.root());
                if ((!found.equals(OLD) && !found.equals(NEW)) || !workshop.ledger().pending().isEmpty()) {
                    wrong.add(step + ": " + found);
                }
            }
        }
        ProofTable.add(new ProofTable.Row("S2", "the disk is away at the next start: all old or all new once it is back", runs, wrong.size(),
                "given up at once, " + given + " stay half applied"));
        assertThat(given).as("without the protection").isPositive();
        assertThat(wrong).isEmpty();
    }

    private static PatchPromoter mortal(Workshop workshop, int step) {
        Countdown countdown = new Countdown(step);
        return workshop.promoter(new FaultyFiles(FileOperations.best(), _ -> {
            if (countdown.now() || countdown.reached()) {
                throw new PowerCut();
            }
        }), () -> { });
    }

    private static boolean dies(Runnable work) {
        try {
            work.run();
            return false;
        } catch (PowerCut _) {
            return true;
        }
    }

    /// Counts calls down to the one that matters.
    private static final class Countdown {
        private int left;

        Countdown(int left) {
            this.left = left;
        }

        boolean now() {
            left--;
            return left == 0;
        }

        boolean reached() {
            return left <= 0;
        }
    }
}
