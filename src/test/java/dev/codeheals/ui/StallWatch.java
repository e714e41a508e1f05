package dev.codeheals.ui;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Measures for how long at most the interface thread did not answer, until it is closed.
final class StallWatch implements AutoCloseable {
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean watching = new AtomicBoolean(true);
    private final CountDownLatch pause = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().daemon().name("stall-watch").start(this::watch);

    private void watch() {
        while (watching.get()) {
            long asked = System.nanoTime();
            CountDownLatch answered = new CountDownLatch(1);
            Platform.runLater(answered::countDown);
            try {
                while (!answered.await(1, TimeUnit.SECONDS)) {
                    note(asked);
                }
                note(asked);
                pause.await(2, TimeUnit.MILLISECONDS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void note(long asked) {
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        watching.set(false);
        thread.interrupt();
    }
}
