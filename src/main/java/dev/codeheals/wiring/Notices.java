package dev.codeheals.wiring;

import dev.codeheals.store.LogFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What went wrong in the background, one plain sentence each: kept for the screen, told to who listens, written to the log. Thread-safe.
final class Notices {
    private static final int MOST = 200;

    private final LogFile log;
    private final List<String> kept = new ArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    Notices(LogFile log) {
        this.log = log;
    }

    void add(String sentence) {
        synchronized (kept) {
            if (kept.size() == MOST) {
                kept.removeFirst();
            }
            kept.add(sentence);
        }
        note("notice", sentence);
        listeners.forEach(listener -> listener.accept(sentence));
    }

    /// Only to the log. A log that cannot be written has been told of by the store it lies beside.
    void note(String event, String detail) {
        log.write(event, detail);
    }

    List<String> all() {
        synchronized (kept) {
            return List.copyOf(kept);
        }
    }

    Subscription listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
