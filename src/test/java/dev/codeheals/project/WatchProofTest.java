package dev.codeheals.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.codeheals.proof.ProofTable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
            for (int i = 0; i < files; i++) {
                Path place = Files.createDirectories(root.resolve(i % 2 == 0 ? "big" : "pkg" + i % 100));
                Path temp = Files.writeString(place.resolve("save" + i + ".py~"), "x = " + i + "\n");
                Files.move(temp, place.resolve("m" + i + ".py"), StandardCopyOption.ATOMIC_MOVE);
            }
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
        ProofTable.add(new ProofTable.Row("D4", "a flood of saved files: none is missed", files, 0, "the system's queue overflowed and was made up for " + rescans + " times"));
        assertThat(troubles).isEmpty();
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
            ProofTable.add(new ProofTable.Row("D5", "a watched folder is deleted: told once, the wait costs nothing (%.1f %% of a core)".formatted(share * 100), 1,
                    troubles.size(), "-"));
            assertThat(troubles).isEmpty();
            assertThat(share).isLessThan(0.25);
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
