package dev.codeheals.engine.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/// A one-way switch shared by everything that works on one heal. Thread-safe.
public final class Cancellation {
    private final CopyOnWriteArrayList<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    /// A switch nobody will throw.
    public static Cancellation none() {
        return new Cancellation();
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /// Throws the switch; runs every registered action once. Later calls do nothing.
    public synchronized void cancel() {
        if (!cancelled) {
            cancelled = true;
            actions.forEach(Runnable::run);
            actions.clear();
        }
    }

    /// Runs the action on cancel, at once if already cancelled. Close the result to forget the action.
    public synchronized Registration onCancel(Runnable action) {
        if (cancelled) {
            action.run();
            return () -> {};
        }
        actions.add(action);
        return () -> actions.remove(action);
    }

    /// Stops the caller once the switch was thrown.
    ///
    /// @throws CancellationException once cancelled
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("cancelled");
        }
    }

    /// Forgets an action when closed.
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
