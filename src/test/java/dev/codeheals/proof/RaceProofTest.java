package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.codeheals.engine.promote.FileOperations;
import dev.codeheals.engine.promote.Grace;
import dev.codeheals.engine.promote.PatchPromoter;
import dev.codeheals.engine.promote.PromotionResult;
import dev.codeheals.engine.repair.FileChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// S7, S8, P2: others write while we do.
@EnabledOnOs({OS.LINUX, OS.MAC})
class RaceProofTest {
    @TempDir(factory = InMemoryFolder.class)
    Path folder;

    private enum Style { RENAME, IN_PLACE }

    @Test
    void noSaveIsLostToAPromotion() throws IOException, InterruptedException {
        race(200, 1);
    }

    @Test
    @Tag("proof")
    void noneOfThirtyThousandSavesIsLostToAPromotion() throws IOException, InterruptedException {
        race(3000, 5);
    }

    private void race(int saves, int seeds) throws IOException, InterruptedException {
        for (Style style : Style.values()) {
            long lost = 0;
            long conflicts = 0;
            long lostByControl = 0;
            for (int seed = 0; seed < seeds; seed++) {
                Race race = new Race(folder.resolve(style + "-" + seed), style, saves, seed);
                race.run(race::promote);
                lost += race.lost();
                conflicts += race.conflicts;
            }
            for (int seed = 0; seed < seeds || (lostByControl == 0 && seed < seeds + 20); seed++) {
                Race control = new Race(folder.resolve(style + "-control-" + seed), style, saves, seed);
                control.run(control::compareThenRename);
                lostByControl += control.lost();
            }
            ProofTable.add(new ProofTable.Row("S7", "you save " + (style == Style.RENAME ? "by rename" : "in place")
                    + " while a fix is applied: every byte is in place or kept aside and named", conflicts + " conflicts told", (long) saves * seeds, lost,
                    "comparing, then renaming loses " + lostByControl));
            assertThat(lostByControl).as("without the protection").isPositive();
            assertThat(lost).isZero();
        }
    }

    /// An editor that saves one text after the other into a file that is being healed again and again. Before each save it looks whether its
    /// last one is there. One that is not must be kept aside, or have been the base the healer was allowed to change.
    private static final class Race {
        private final Path place;
        private final Path file;
        private final Style style;
        private final int saves;
        private final Random random;
        private final AtomicBoolean done = new AtomicBoolean();
        /// What the healer read as its base: overwriting that is what was approved.
        private final Set<String> seen = new HashSet<>();
        private final Workshop workshop;
        private final PatchPromoter promoter;
        private long conflicts;
        private final List<String> missed = new ArrayList<>();

        Race(Path place, Style style, int saves, int seed) throws IOException {
            this.place = place;
            this.style = style;
            this.saves = saves;
            this.random = new Random(seed);
            this.workshop = new Workshop(place);
            this.promoter = workshop.promoter(FileOperations.best(), Grace.of(Duration.ofMillis(10)));
            this.file = Files.writeString(workshop.root().resolve("a.py"), "save 0\n");
        }

        void run(Runnable healer) throws InterruptedException {
            Thread editor = Thread.ofPlatform().start(this::edit);
            while (!done.get()) {
                healer.run();
            }
            editor.join();
        }

        private void edit() {
            try {
                for (int i = 1; i <= saves; i++) {
                    String text = "save " + i + "\n" + "x = 1\n".repeat(20 + random.nextInt(200));
                    if (style == Style.RENAME) {
                        Path temp = Files.writeString(place.resolve("editor.tmp"), text);
                        Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
                    } else {
                        inPlace(text);
                    }
                    LockSupport.parkNanos(random.nextInt(3_000_000));
                    if (i < saves && !line(Files.readAllBytes(file)).equals("save " + i + "\n")) {
                        missed.add("save " + i + "\n");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                done.set(true);
            }
        }

        private void inPlace(String text) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                int half = text.length() / 2;
                channel.write(StandardCharsets.UTF_8.encode(text.substring(0, half)));
                channel.write(StandardCharsets.UTF_8.encode(text.substring(half)));
            }
        }

        void promote() {
            try {
                byte[] base = Files.readAllBytes(file);
                byte[] after = ("# healed\n" + new String(base, StandardCharsets.UTF_8).replace("# healed\n", "")).getBytes(StandardCharsets.UTF_8);
                PromotionResult result = promoter.promote(workshop.root(), "", List.of(new FileChange("a.py", base, after)));
                conflicts += result instanceof PromotionResult.Conflict ? 1 : 0;
                if (result instanceof PromotionResult.Promoted) {
                    seen.add(line(base));
                }
            } catch (IOException e) {
                fail("The healed file vanished.", e);
            }
        }

        void compareThenRename() {
            try {
                byte[] base = Files.readAllBytes(file);
                Path temp = Files.write(place.resolve("healer.tmp"), ("# healed\n" + new String(base, StandardCharsets.UTF_8).replace("# healed\n", ""))
                        .getBytes(StandardCharsets.UTF_8));
                if (Arrays.equals(Files.readAllBytes(file), base)) {
                    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
                    seen.add(line(base));
                }
            } catch (NoSuchFileException _) {
                conflicts++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String line(byte[] text) {
            return new String(text, StandardCharsets.UTF_8).lines().filter(l -> l.startsWith("save ")).findFirst().orElse("") + "\n";
        }

        /// Saves that are nowhere, the last one among them if it is not in the file itself.
        long lost() throws IOException {
            Set<String> kept = new HashSet<>(seen);
            try (Stream<Path> files = Files.walk(place)) {
                for (Path found : (Iterable<Path>) files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("codeheals.db"))::iterator) {
                    kept.add(line(Files.readAllBytes(found)));
                }
            }
            workshop.close();
            long nowhere = missed.stream().filter(save -> !kept.contains(save)).count();
            return nowhere + (kept.contains("save " + saves + "\n") ? 0 : 1);
        }
    }

    @Test
    void aSaveOfTheLastMomentIsInPlaceAndKeptAside() throws IOException {
        try (Workshop workshop = new Workshop(folder.resolve("last"))) {
            Path file = Files.writeString(workshop.root().resolve("a.py"), "old\n");
            PatchPromoter promoter = workshop.promoter(new FaultyFiles(FileOperations.best(), operation -> {
                if (operation.equals("exchange") && read(file).equals("old\n")) {
                    save(file, "mine\n");
                }
            }), () -> { });

            PromotionResult result = promoter.promote(workshop.root(), "", List.of(Workshop.change("a.py", "old\n", "new\n")));

            assertThat(result).isInstanceOfSatisfying(PromotionResult.Conflict.class, conflict -> {
                assertThat(conflict.kept()).singleElement().satisfies(kept -> assertThat(Path.of(kept)).hasContent("mine\n"));
                assertThat(conflict.message()).contains("saved by somebody else", conflict.kept().getFirst());
            });
            assertThat(file).hasContent("mine\n");
            assertThat(workshop.temporaryFiles()).isZero();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(Path file, String text) {
        try {
            Files.move(Files.writeString(file.resolveSibling("editor.tmp"), text), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatChangedSinceTheReviewIsNotTouched() throws IOException {
        int wrong = 0;
        int runs = 500;
        int fooled = 0;
        try (Workshop workshop = new Workshop(folder.resolve("review"))) {
            Path file = workshop.root().resolve("a.py");
            Random random = new Random(3);
            for (int i = 0; i < runs; i++) {
                byte[] reviewed = ("x = " + random.nextInt(1000, 9999) + "\n").repeat(20).getBytes(StandardCharsets.UTF_8);
                Files.write(file, reviewed);
                FileTime time = Files.getLastModifiedTime(file);
                byte[] changed = reviewed.clone();
                changed[random.nextInt(changed.length)] ^= 1;
                Files.write(file, changed);
                Files.setLastModifiedTime(file, time);
                fooled += Files.size(file) == reviewed.length && Files.getLastModifiedTime(file).equals(time) ? 1 : 0;
                PromotionResult result = workshop.promoter().promote(workshop.root(), "",
                        List.of(new FileChange("a.py", reviewed, "y = 1\n".getBytes(StandardCharsets.UTF_8))));
                boolean told = result instanceof PromotionResult.Conflict conflict && conflict.message().contains("changed since it was reviewed");
                wrong += told && Arrays.equals(Files.readAllBytes(file), changed) ? 0 : 1;
            }
        }
        ProofTable.add(new ProofTable.Row("S8", "a file changed since the review, size and time the same, is not touched", runs, wrong,
                "comparing size and time would overwrite " + fooled));
        assertThat(fooled).as("without the protection").isEqualTo(runs);
        assertThat(wrong).isZero();
    }

    @Test
    void noSwapOfAFolderLeadsOutside() throws IOException, InterruptedException {
        swaps(300);
    }

    @Test
    @Tag("proof")
    void noneOfTenThousandSwapsLeadsOutside() throws IOException, InterruptedException {
        swaps(10_000);
    }

    private void swaps(int rounds) throws IOException, InterruptedException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("a.py"), "x\n");
        int escaped = 0;
        int escapedControl = 0;
        int done = 0;
        String control;
        try (Workshop workshop = new Workshop(folder.resolve("swap"))) {
            Path pkg = Files.createDirectories(workshop.root().resolve("pkg"));
            Files.writeString(pkg.resolve("a.py"), "x\n");
            AtomicBoolean stop = new AtomicBoolean();
            Thread attacker = Thread.ofPlatform().start(() -> swapping(pkg, outside, stop));
            for (int i = 0; i < rounds; i++) {
                done += workshop.promote(Workshop.change("pkg/a.py", "x\n", "y\n")) instanceof PromotionResult.Promoted ? 1 : 0;
                done += workshop.promote(Workshop.change("pkg/a.py", "y\n", "x\n")) instanceof PromotionResult.Promoted ? 1 : 0;
                escaped += clean(outside) ? 0 : 1;
            }
            int tries = 0;
            for (; tries < rounds * 20 || (escapedControl == 0 && tries < 200_000); tries++) {
                checkThenWrite(workshop.root(), pkg.resolve("a.py"));
                escapedControl += clean(outside) ? 0 : 1;
                Files.writeString(outside.resolve("a.py"), "x\n");
            }
            stop.set(true);
            attacker.join();
            control = escapedControl + " times of " + tries;
        }
        ProofTable.add(new ProofTable.Row("P2", "folders swapped for links while a fix is applied: nothing is written outside", done + " applied",
                rounds * 2L, escaped, "checking the real path, then writing escapes " + control));
        assertThat(escapedControl).as("without the protection").isPositive();
        assertThat(escaped).isZero();
    }

    private static boolean clean(Path outside) throws IOException {
        try (Stream<Path> files = Files.list(outside)) {
            return files.count() == 1 && Files.readString(outside.resolve("a.py")).equals("x\n");
        }
    }

    private static void swapping(Path pkg, Path outside, AtomicBoolean stop) {
        Path aside = pkg.resolveSibling("real");
        try {
            while (!stop.get()) {
                Files.move(pkg, aside);
                Files.createSymbolicLink(pkg, outside);
                LockSupport.parkNanos(20_000);
                Files.delete(pkg);
                Files.move(aside, pkg);
                LockSupport.parkNanos(20_000);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkThenWrite(Path root, Path file) {
        try {
            if (file.toRealPath().startsWith(root)) {
                Files.writeString(file, "z\n");
            }
        } catch (IOException _) {
            Thread.onSpinWait();
        }
    }
}
