package dev.codeheals.llm;

import java.util.concurrent.CopyOnWriteArrayList;

/// Whether anything may leave this machine. Thread-safe.
///
/// While it is off no socket is opened; turning it off ends the calls that are under way.
public final class NetworkSwitch {
    private final CopyOnWriteArrayList<Runnable> onCut = new CopyOnWriteArrayList<>();
    private volatile boolean allowed;

    public NetworkSwitch(boolean allowed) {
        this.allowed = allowed;
    }

    public boolean allowed() {
        return allowed;
    }

    public void allow() {
        allowed = true;
    }

    /// The kill switch.
    public void cut() {
        allowed = false;
        onCut.forEach(Runnable::run);
    }

    void onCut(Runnable action) {
        onCut.add(action);
    }
}
