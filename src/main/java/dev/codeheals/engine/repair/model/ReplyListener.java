package dev.codeheals.engine.repair.model;

import java.time.Duration;

/// Hears a reply as it streams in. Called on the thread that waits for the reply.
@FunctionalInterface
public interface ReplyListener {
    ReplyListener NONE = _ -> {};

    void text(String piece);

    /// What came so far is void: the request is sent again after a wait.
    default void restarted(String reason, Duration wait) {}
}
