package dev.codeheals.ui.shell;

import dev.codeheals.ui.settings.Preferences;
import java.util.concurrent.Executor;

/// Whether the tour is still to be shown; it is shown once in a user's life.
final class FirstVisit {
    private static final String KEY = "tour";
    private static final String SEEN = "seen";
    private final Preferences preferences;
    private final Executor background;
    private boolean begun;

    FirstVisit(Preferences preferences, Executor background) {
        this.preferences = preferences;
        this.background = background;
    }

    /// Whether the tour should start now; true at most once.
    boolean begin() {
        boolean first = !begun && !preferences.get(KEY, "").equals(SEEN);
        begun = true;
        return first;
    }

    /// The tour was seen or skipped.
    void over() {
        background.execute(() -> preferences.put(KEY, SEEN));
    }
}
