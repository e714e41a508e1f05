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

/// Walks the whole history and makes a verified backup of the store whenever the newest one is too old.
public final class ScheduledBackups implements AutoCloseable {
    private final Database database;
    private final InstantSource clock;
    private final Duration every;
    private final SqliteJournal journal;
    private final Consumer<String> notice;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("backups").factory());
    private @Nullable ScheduledFuture<?> task;

    /// @param notice hears, in a sentence, why a backup failed and what in the history is not as it was written
    public ScheduledBackups(Database database, SqliteJournal journal, InstantSource clock, Duration every, Consumer<String> notice) {
        this.database = database;
        this.journal = journal;
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
            checkHistory();
            DamagedRows.putAside(database, now.toEpochMilli(), notice);
            database.backUp();
            return true;
        } catch (StoreException failed) {
            notice.accept(failed.getMessage());
            return false;
        }
    }

    // Damaged records are told of as they are put aside; a missing one, or a link between two, is told of here.
    private void checkHistory() {
        journal.verifyChain().breaks().stream().filter(broken -> journal.damage(broken.envelopeId()).isEmpty()).findFirst()
                .ifPresent(broken -> notice.accept("The history is not what was written, record " + broken.sequence() + ": " + broken.problem()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
