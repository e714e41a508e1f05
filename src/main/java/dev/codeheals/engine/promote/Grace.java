package dev.codeheals.engine.promote;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The time a displaced file is watched before it is put away: whoever opened it for writing just before the exchange still writes into it.
@FunctionalInterface
public interface Grace {

    void pass();

    /// Long enough for an editor that opened, cut and writes a file in place. An interrupt ends it early.
    static Grace of(Duration time) {
        return () -> {
            try {
                boolean neverOpened = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
                assert !neverOpened;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
