package dev.codeheals.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWatcherTest {
    @TempDir
    Path folder;

    private final BlockingQueue<Set<Path>> batches = new LinkedBlockingQueue<>();

    @Test
    void aChangedFileIsTold() throws IOException, InterruptedException {
        try (ProjectWatcher _ = watch()) {
            Set<Path> batch = untilToldOf(folder.resolve("main.py"));

            assertThat(batch).contains(folder.resolve("main.py"));
        }
    }

    @Test
    void cachesAndVersionControlAreNotTold() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("__pycache__"));
        Files.createDirectories(folder.resolve(".git"));
        try (ProjectWatcher _ = watch()) {
            Files.writeString(folder.resolve("__pycache__/main.cpython-311.pyc"), "x");
            Files.writeString(folder.resolve(".git/HEAD"), "x");
            Set<Path> batch = untilToldOf(folder.resolve("last.py"));

            assertThat(batch).allMatch(path -> path.endsWith("last.py"));
        }
    }

    @Test
    void nothingIsToldWhileGitChecksOut() throws IOException, InterruptedException {
        Path lock = Files.createDirectories(folder.resolve(".git")).resolve("index.lock");
        try (ProjectWatcher _ = watch()) {
            untilToldOf(folder.resolve("first.py"));
            Files.writeString(lock, "");
            Files.writeString(folder.resolve("main.py"), "x = 1\n");
            Set<Path> early = batches.poll(800, TimeUnit.MILLISECONDS);
            Files.delete(lock);

            assertThat(early == null ? Set.of() : early).isNotEqualTo(Set.of(folder.resolve("main.py")));
            Set<Path> batch = Set.of();
            while (!batch.contains(folder.resolve("main.py"))) {
                batch = Objects.requireNonNull(batches.poll(10, TimeUnit.SECONDS), "The change was never told.");
            }
        }
    }

    private ProjectWatcher watch() throws IOException {
        return new ProjectWatcher(folder.toRealPath(), batches::add, trouble -> {
            throw new AssertionError(trouble);
        });
    }

    /// The watcher registers in the background, so the file is written again until it is noticed.
    private Set<Path> untilToldOf(Path file) throws IOException, InterruptedException {
        for (int i = 0; i < 40; i++) {
            Files.writeString(file, "x = " + i + "\n");
            Set<Path> batch = batches.poll(500, TimeUnit.MILLISECONDS);
            if (batch != null) {
                return batch;
            }
        }
        throw new AssertionError("The change was never told.");
    }
}
