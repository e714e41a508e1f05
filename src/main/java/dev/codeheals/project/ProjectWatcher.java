package dev.codeheals.project;

import dev.codeheals.engine.repair.ProjectSnapshot;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.hashing.FileHasher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells when the files of a project changed.
///
/// Changes are gathered until none came for 200 ms, at most for 2 s; then one call tells them all. Version control, environments,
/// caches and bytecode are not watched. While {@code .git/index.lock} exists the call waits, since a checkout is under way.
public final class ProjectWatcher implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Path root;
    private final Consumer<Set<Path>> onChange;
    private final Consumer<String> onTrouble;
    private final Set<Path> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch-debounce").factory());
    private final DirectoryWatcher watcher;
    private @Nullable ScheduledFuture<?> pending;
    private long firstChangeNanos;

    /// Starts to watch.
    ///
    /// @param onChange  gets the changed paths; called on the watcher's own thread, one call at a time
    /// @param onTrouble gets one plain sentence when watching cannot go on
    /// @throws IOException if the folder cannot be watched
    public ProjectWatcher(Path root, Consumer<Set<Path>> onChange, Consumer<String> onTrouble) throws IOException {
        this.root = root;
        this.onChange = onChange;
        this.onTrouble = onTrouble;
        this.watcher = DirectoryWatcher.builder().path(root).fileHasher(FileHasher.LAST_MODIFIED_TIME)
                .fileTreeVisitor(new Watched(root)).listener(this::seen).build();
        Thread.ofVirtual().name("watch").start(this::watch);
    }

    private void watch() {
        try {
            watcher.watch();
        } catch (RuntimeException stopped) {
            onTrouble.accept("Watching stopped: " + stopped.getMessage() + ". Switch it on again to go on.");
        }
    }

    private void seen(DirectoryChangeEvent event) {
        Path path = event.path();
        boolean overflow = event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW;
        if (!overflow && (path == null || ignored(root.relativize(path)))) {
            return;
        }
        changed.add(overflow || path == null ? root : path);
        schedule();
    }

    private synchronized void schedule() {
        long now = System.nanoTime();
        if (pending == null || pending.isDone()) {
            firstChangeNanos = now;
        } else if (now - firstChangeNanos > LONGEST_WAIT.toNanos()) {
            return;
        } else {
            pending.cancel(false);
        }
        pending = timer.schedule(this::tell, QUIET.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell() {
        if (Files.exists(root.resolve(".git/index.lock"))) {
            schedule();
            return;
        }
        Set<Path> batch = Set.copyOf(changed);
        changed.removeAll(batch);
        if (!batch.isEmpty()) {
            onChange.accept(batch);
        }
    }

    private static boolean ignored(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (ProjectSnapshot.SKIPPED.contains(name) || name.endsWith(".pyc") || name.startsWith(".codeheals-") || name.endsWith("~")
                    || name.endsWith(".swp")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            watcher.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The watcher could not be closed.", e);
        }
    }

    /// Walks only what is watched, so that environments and caches cost no watches.
    private record Watched(Path root) implements FileTreeVisitor {
        @Override
        public void recursiveVisitFiles(Path from, Callback onFolder, Callback onFile) throws IOException {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                    if (!folder.equals(root) && ignored(root.relativize(folder))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    onFolder.call(folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    onFile.call(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
