package dev.codeheals.engine.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits before something is tried again.
@FunctionalInterface
public interface Pause {
    /// Waits in real time and ends early on cancel.
    Pause REAL = (wait, cancellation) -> {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration _ = cancellation.onCancel(cancelled::countDown)) {
            boolean _ = cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    };

    void await(Duration wait, Cancellation cancellation);
}
