package dev.codeheals.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Gathers what arrives from any thread and hands it on every second frame, so that a storm of events costs 30 updates a second at most.
public final class Batches<T> {
    /// A little less than two frames, in nanoseconds.
    private static final long APART = 30_000_000;
    private final Object lock = new Object();
    private final Consumer<List<T>> target;
    private final AnimationTimer timer;
    private List<T> gathered = new ArrayList<>();
    private boolean ticking;
    private long delivered;

    /// @param target called on the interface thread with what came since the last time, in order
    public Batches(Consumer<List<T>> target) {
        this.target = target;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (now - delivered >= APART) {
                    delivered = now;
                    deliver();
                }
            }
        };
    }

    /// Takes one; callable from any thread.
    public void add(T item) {
        synchronized (lock) {
            gathered.add(item);
            if (ticking) {
                return;
            }
            ticking = true;
        }
        Platform.runLater(timer::start);
    }

    private void deliver() {
        List<T> batch;
        synchronized (lock) {
            if (gathered.isEmpty()) {
                ticking = false;
                timer.stop();
                return;
            }
            batch = gathered;
            gathered = new ArrayList<>();
        }
        target.accept(batch);
    }
}
