package dev.codeheals.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
/// caches and bytecode are not watched. While {@code .git/index.lock} exists the call waits, since a checkout is under way. A flood of
/// changes is told as a change of the root; a folder that goes away and comes back is watched on, and one whose machine slept is looked
/// through again.
public final class ProjectWatcher implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ASLEEP = Duration.ofSeconds(15);

    private final Path root;
    private final Consumer<Set<Path>> onChange;
    private final Consumer<String> onTrouble;
    private final Set<Path> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch-debounce").factory());
    private final FolderEvents events;
    private final InstantSource wall;
    private final ScheduledFuture<?> looking;
    private @Nullable ScheduledFuture<?> pending;
    private long firstChangeNanos;
    private Instant looked;

    /// Starts to watch.
    ///
    /// @param onChange  gets the changed paths; called on the watcher's own thread, one call at a time
    /// @param onTrouble gets one plain sentence when watching had to stop; it goes on by itself when it can
    /// @throws IOException if the folder cannot be watched
    public ProjectWatcher(Path root, Consumer<Set<Path>> onChange, Consumer<String> onTrouble) throws IOException {
        this(root, onChange, onTrouble, InstantSource.system());
    }

    /// Starts to watch by another time of day, whose leaps tell that the machine slept.
    public ProjectWatcher(Path root, Consumer<Set<Path>> onChange, Consumer<String> onTrouble, InstantSource wall) throws IOException {
        this.wall = wall;
        this.looked = wall.instant();
        this.root = root;
        this.onChange = onChange;
        this.onTrouble = onTrouble;
        this.events = new FolderEvents(root, this::seen, onTrouble);
        this.looking = timer.scheduleWithFixedDelay(guarded(this::look), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    // The timer runs every second unless the machine or this process stood still, and what a network disk changed then came without an
    // event. A clock that was set looks the same and costs one more look.
    private void look() {
        Instant now = wall.instant();
        boolean slept = Duration.between(looked, now).compareTo(ASLEEP) > 0;
        looked = now;
        if (slept) {
            events.miss();
        }
        events.lookAfter();
    }

    // The timer would forget a task that failed, and nobody would hear of it.
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failed) {
                onTrouble.accept("A change of " + root + " could not be followed up (" + failed.getMessage() + "). Save the file again to try again.");
            }
        };
    }

    private void seen(Path path) {
        changed.add(path);
        schedule();
    }

    private synchronized void schedule() {
        long now = System.nanoTime();
        if (timer.isShutdown()) {
            return;
        }
        if (pending == null || pending.isDone()) {
            firstChangeNanos = now;
        } else if (now - firstChangeNanos > LONGEST_WAIT.toNanos()) {
            return;
        } else {
            pending.cancel(false);
        }
        pending = timer.schedule(guarded(this::tell), QUIET.toMillis(), TimeUnit.MILLISECONDS);
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

    @Override
    public void close() {
        looking.cancel(false);
        timer.shutdownNow();
        events.close();
    }
}
