package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.codeheals.project.ProjectWatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// D4, D5: floods of changes, and a folder that goes away while it is watched.
@EnabledOnOs(OS.LINUX)
class WatchProofTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Set<Path>> batches = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

    @Test
    void noFileOfAFloodIsMissed() throws IOException, InterruptedException {
        flood(3_000);
    }

    @Test
    @Tag("proof")
    void noneOfTwentyThousandFilesIsMissed() throws IOException, InterruptedException {
        flood(20_000);
    }

    private void flood(int files) throws IOException, InterruptedException {
        Path root = root();
        Set<Path> seen = new TreeSet<>();
        int rescans = 0;
        try (ProjectWatcher _ = watch(root)) {
            untilToldOf(root.resolve("first.py"));
            save(root, files);
            Set<Path> disk = python(root);
            disk.remove(root.resolve("first.py"));
            while (!seen.containsAll(disk)) {
                Set<Path> batch = Objects.requireNonNull(batches.poll(30, TimeUnit.SECONDS), () -> "never told: " + disk.stream()
                        .filter(f -> !seen.contains(f)).toList());
                boolean all = batch.contains(root);
                rescans += all ? 1 : 0;
                seen.addAll(all ? python(root) : batch);
            }
        }
        long missed = 0;
        for (int i = 0; i < 9 && missed == 0; i++) {
            missed = missedByPlainWatching(Files.createDirectories(folder.resolve("plain" + i)).toRealPath(), files);
        }
        ProofTable.add(new ProofTable.Row("D4", "a flood of saved files: none is missed", "told as a change of everything " + rescans + " times", files, 0,
                missed + " are missed by the system's events alone"));
        assertThat(missed).as("without the protection").isPositive();
        assertThat(troubles).isEmpty();
    }

    /// Saves as editors do, into old folders and new ones.
    private static void save(Path root, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Path place = Files.createDirectories(root.resolve(i % 2 == 0 ? "big" : "pkg" + i % 100));
            Path temp = Files.writeString(place.resolve("save" + i + ".py~"), "x = " + i + "\n");
            Files.move(temp, place.resolve("m" + i + ".py"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// The control: each folder is watched from the event of its creation on, and what the events name is believed to be all.
    private static long missedByPlainWatching(Path root, int files) throws IOException, InterruptedException {
        Set<Path> told = new TreeSet<>();
        try (WatchService events = root.getFileSystem().newWatchService()) {
            root.register(events, StandardWatchEventKinds.ENTRY_CREATE);
            Thread saver = Thread.ofPlatform().start(() -> {
                try {
                    save(root, files);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            for (WatchKey key = events.poll(2, TimeUnit.SECONDS); key != null; key = events.poll(2, TimeUnit.SECONDS)) {
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (key.watchable() instanceof Path place && event.context() instanceof Path name) {
                        Path path = place.resolve(name);
                        told.add(path);
                        if (Files.isDirectory(path)) {
                            path.register(events, StandardWatchEventKinds.ENTRY_CREATE);
                        }
                    }
                }
                if (!key.reset()) {
                    break;
                }
            }
            saver.join();
        }
        return python(root).stream().filter(file -> !told.contains(file)).count();
    }

    @Test
    void savesByRenameAreTold() throws IOException, InterruptedException {
        Path root = root();
        Path file = Files.writeString(root.resolve("a.py"), "x = 0\n");
        try (ProjectWatcher _ = watch(root)) {
            untilToldOf(root.resolve("first.py"));
            for (int i = 1; i < 4; i++) {
                Path temp = Files.writeString(folder.resolve("editor.tmp"), "x = " + i + "\n");
                Files.setLastModifiedTime(temp, Files.getLastModifiedTime(file));
                Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE);
                Set<Path> batch = Set.of();
                while (!batch.contains(file)) {
                    batch = Objects.requireNonNull(batches.poll(20, TimeUnit.SECONDS), "The save was never told.");
                }
            }
        }
    }

    private static Set<Path> python(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".py")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void aFolderThatIsMovedAwayAndComesBackIsWatchedOn() throws IOException, InterruptedException {
        Path root = root();
        try (ProjectWatcher _ = watch(root)) {
            untilToldOf(root.resolve("first.py"));
            Files.move(root, root.resolveSibling("elsewhere"));

            assertThat(troubles.poll(20, TimeUnit.SECONDS)).contains("is back");
            batches.clear();
            Files.move(root.resolveSibling("elsewhere"), root);
            assertThat(batches.poll(20, TimeUnit.SECONDS)).contains(root);
            untilToldOf(root.resolve("again.py"));
            assertThat(troubles).isEmpty();
        }
    }

    @Test
    void aDeletedFolderIsToldOnceAndCostsNothing() throws IOException, InterruptedException {
        Path root = root();
        try (ProjectWatcher _ = watch(root)) {
            untilToldOf(root.resolve("first.py"));
            Files.delete(root.resolve("first.py"));
            Files.delete(root);

            assertThat(troubles.poll(20, TimeUnit.SECONDS)).contains("is back");
            double share = busy();
            boolean silent = plainWatchingIsSilent(Files.createDirectories(folder.resolve("plain")).toRealPath());
            ProofTable.add(new ProofTable.Row("D5", "a watched folder is moved, deleted or unmounted: told once, watched on when it is back",
                    "the wait took %.1f %% of a core".formatted(share * 100), 1, troubles.size(), silent
                    ? "the system's events alone say nothing of the folder that is back" : "-"));
            assertThat(silent).as("without the protection").isTrue();
            assertThat(troubles).isEmpty();
            assertThat(share).isLessThan(0.25);
        }
    }

    /// The control: whether a folder that was deleted and made again is silent.
    private static boolean plainWatchingIsSilent(Path root) throws IOException, InterruptedException {
        try (WatchService events = root.getFileSystem().newWatchService()) {
            WatchKey key = root.register(events, StandardWatchEventKinds.ENTRY_CREATE);
            Files.delete(root);
            Files.createDirectory(root);
            Files.writeString(root.resolve("back.py"), "x = 1\n");
            WatchKey told = events.poll(1, TimeUnit.SECONDS);
            return told == null || (told.pollEvents().isEmpty() && !key.reset());
        }
    }

    @Test
    void afterTheMachineSleptTheFolderIsLookedThroughAgain() throws IOException, InterruptedException {
        Path root = root();
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.parse("2026-11-22T22:00:00Z"));
        try (ProjectWatcher _ = new ProjectWatcher(root, batches::add, troubles::add, wall::get)) {
            untilToldOf(root.resolve("first.py"));
            batches.clear();
            boolean toldAwake = batches.poll(3, TimeUnit.SECONDS) != null;
            wall.updateAndGet(evening -> evening.plus(Duration.ofHours(9)));
            Set<Path> morning = batches.poll(20, TimeUnit.SECONDS);
            boolean looked = morning != null && morning.contains(root);
            ProofTable.add(new ProofTable.Row("S14", "after the machine slept the folder is looked through again", 1, looked ? 0 : 1,
                    toldAwake ? "-" : "no event tells what a network disk changed meanwhile"));
            assertThat(toldAwake).isFalse();
            assertThat(looked).isTrue();
            untilToldOf(root.resolve("again.py"));
            assertThat(troubles).isEmpty();
        }
    }

    /// The share of a core this process uses while nothing should happen.
    private double busy() throws InterruptedException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        assertThat(troubles.poll(3, TimeUnit.SECONDS)).isNull();
        return (system.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - start);
    }

    @Test
    void anUnmountedFolderIsToldAndWatchedOnWhenItIsBack() throws IOException, InterruptedException {
        Path root = root();
        assumeTrue(run("mount", "-t", "tmpfs", "tmpfs", root.toString()), "only root can mount a disk");
        boolean mounted = true;
        try (ProjectWatcher _ = watch(root)) {
            untilToldOf(root.resolve("first.py"));
            mounted = !run("umount", "-l", root.toString());
            assertThat(troubles.poll(20, TimeUnit.SECONDS)).contains("is back");
            mounted = run("mount", "-t", "tmpfs", "tmpfs", root.toString());
            untilToldOf(root.resolve("again.py"));
        } finally {
            if (mounted) {
                run("umount", "-l", root.toString());
            }
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private Path root() throws IOException {
        return Files.createDirectories(folder.resolve("project")).toRealPath();
    }

    private ProjectWatcher watch(Path root) throws IOException {
        return new ProjectWatcher(root, batches::add, troubles::add);
    }

    /// The watcher registers in the background, so the file is written again until it is noticed.
    private void untilToldOf(Path file) throws IOException, InterruptedException {
        for (int i = 0; i < 40; i++) {
            Files.writeString(file, "x = " + i + "\n");
            Set<Path> batch = batches.poll(500, TimeUnit.MILLISECONDS);
            if (batch != null && (batch.contains(file) || batch.contains(file.getParent()))) {
                return;
            }
        }
        throw new AssertionError("The change was never told.");
    }
}
