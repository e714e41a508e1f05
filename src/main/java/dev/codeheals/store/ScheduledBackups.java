package dev.codeheals.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes a verified backup of the store whenever the newest one is too old.
public final class ScheduledBackups implements AutoCloseable {
    private final Database database;
    private final InstantSource clock;
    private final Duration every;
    private final Consumer<String> notice;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("backups").factory());
    private @Nullable ScheduledFuture<?> task;

    /// @param notice hears, in a sentence, why a backup failed
    public ScheduledBackups(Database database, InstantSource clock, Duration every, Consumer<String> notice) {
        this.database = database;
        this.clock = clock;
        this.every = every;
        this.notice = notice;
    }

    /// Looks now and then from a thread of its own.
    public synchronized void start() {
        if (task != null) {
            return;
        }
        long minutes = Math.clamp(every.toMinutes() / 10, 1, 60);
        task = timer.scheduleWithFixedDelay(this::backUpIfDue, 1, minutes, TimeUnit.MINUTES);
    }

    /// Makes a backup if it is time for one.
    ///
    /// @return whether one was made
    public boolean backUpIfDue() {
        Instant now = clock.instant();
        Instant due = now.minus(every);
        // One of the future was made while the clock was wrong: its age says nothing.
        if (database.inMemory() || database.lastBackup().filter(last -> last.isAfter(due) && !last.isAfter(now)).isPresent()) {
            return false;
        }
        try {
            database.backUp();
            return true;
        } catch (StoreException failed) {
            notice.accept(failed.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
