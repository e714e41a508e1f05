package dev.codeheals.ui.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Gathers what arrives from any thread and hands it on once a frame, so that a storm of events costs 60 updates a second at most.
public final class Batches<T> {
    private final Object lock = new Object();
    private final Consumer<List<T>> target;
    private final AnimationTimer timer;
    private List<T> gathered = new ArrayList<>();
    private boolean ticking;

    /// @param target called on the interface thread with what came since the last frame, in order
    public Batches(Consumer<List<T>> target) {
        this.target = target;
        this.timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                deliver();
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
