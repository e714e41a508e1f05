package dev.codeheals.ui.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// Does something again and again while it is on. Used on the interface thread only.
///
/// An animation would do as well, but while one plays the window wakes up for 60 frames a second, even where nothing moves.
public final class Ticking {
    private final Executor afterWait;
    private final Runnable action;
    private boolean on;
    private boolean waiting;

    public Ticking(Duration length, Runnable action) {
        this.afterWait = CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater);
        this.action = action;
    }

    public void start() {
        on = true;
        if (!waiting) {
            waiting = true;
            afterWait.execute(this::tick);
        }
    }

    public void stop() {
        on = false;
    }

    private void tick() {
        waiting = false;
        if (on) {
            start();
            action.run();
        }
    }
}
