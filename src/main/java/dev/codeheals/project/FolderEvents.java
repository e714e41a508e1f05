package dev.codeheals.project;

import dev.codeheals.engine.repair.ProjectSnapshot;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What happens to the files below a folder, as long as it is the same folder. When it is moved away, deleted or unmounted, that is told
/// once; when a folder of its name is back, watching goes on by itself.
final class FolderEvents implements AutoCloseable {
    private final Path root;
    private final Consumer<Path> onPath;
    private final Consumer<String> onTrouble;
    private @Nullable DirectoryWatcher watcher;
    private @Nullable Object identity;
    private int generation;
    private boolean missed;
    private boolean closed;

    /// @param onPath    gets each changed path; the root itself where it is not known what changed
    /// @param onTrouble gets one plain sentence
    FolderEvents(Path root, Consumer<Path> onPath, Consumer<String> onTrouble) throws IOException {
        this.root = root;
        this.onPath = onPath;
        this.onTrouble = onTrouble;
        start();
    }

    private synchronized void start() throws IOException {
        identity = identity();
        DirectoryWatcher started = DirectoryWatcher.builder().path(root).fileHashing(false)
                .fileTreeVisitor(new Watched(root)).listener(new Listener()).build();
        watcher = started;
        generation++;
        int own = generation;
        Thread.ofVirtual().name("watch").start(() -> watch(started, own));
    }

    private void watch(DirectoryWatcher started, int own) {
        try {
            started.watch();
            ended(own, "Watching " + root + " stopped because the folder is gone. It goes on when the folder is back.");
        } catch (RuntimeException stopped) {
            ended(own, "Watching " + root + " stopped (" + stopped.getMessage() + "). It is tried again.");
        }
    }

    private synchronized void ended(int own, String why) {
        if (own == generation && watcher != null && !closed) {
            watcher = null;
            onTrouble.accept(why);
        }
    }

    private void seen(DirectoryChangeEvent event) {
        Path path = event.path();
        if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW || path == null) {
            miss();
        } else if (!ignored(root.relativize(path))) {
            onPath.accept(path);
        }
    }

    /// Has the next look start anew and tells the root, as after a change nobody heard of.
    void miss() {
        synchronized (this) {
            missed = true;
        }
        onPath.accept(root);
    }

    /// Looks whether the folder is still the watched one and nothing was missed; starts anew where it is not. To be called now and then.
    synchronized void lookAfter() {
        Object now = identity();
        if (watcher != null && (now == null || !now.equals(identity))) {
            stop();
            onTrouble.accept("The folder " + root + " was moved, removed or unmounted. Watching goes on when it is back.");
        }
        if (watcher == null ? now != null : missed) {
            restart();
        }
    }

    // New folders whose creation was among the missed events are not watched yet.
    private void restart() {
        try {
            stop();
            missed = false;
            start();
            onPath.accept(root);
        } catch (IOException _) {
            watcher = null;
        }
    }

    private void stop() {
        DirectoryWatcher stopped = watcher;
        watcher = null;
        try {
            if (stopped != null) {
                stopped.close();
            }
        } catch (IOException e) {
            onTrouble.accept("The old watch on " + root + " could not be ended (" + e.getMessage() + ").");
        }
    }

    private @Nullable Object identity() {
        try {
            BasicFileAttributes found = Files.readAttributes(root, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isDirectory() ? found.fileKey() == null ? found.creationTime() : found.fileKey() : null;
        } catch (IOException _) {
            return null;
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
    public synchronized void close() {
        closed = true;
        stop();
    }

    // An overflow of the system's queue arrives as a fault of the library, which expects every event to have a name.
    private final class Listener implements DirectoryChangeListener {
        @Override
        public void onEvent(DirectoryChangeEvent event) {
            seen(event);
        }

        @Override
        public void onException(Exception fault) {
            miss();
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
