package dev.codeheals.ui.task;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Does something once a person paused: each new request starts the wait again. Used on the interface thread only.
public final class Pause {
    private final PauseTransition wait;

    public Pause(java.time.Duration length, Runnable action) {
        wait = new PauseTransition(Duration.millis((double) length.toMillis()));
        wait.setOnFinished(_ -> action.run());
    }

    public void request() {
        wait.playFromStart();
    }

    public void forget() {
        wait.stop();
    }
}
