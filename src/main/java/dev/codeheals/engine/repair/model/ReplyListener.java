package dev.codeheals.engine.repair.model;

/// Hears a reply as it streams in. Called on the thread that waits for the reply.
@FunctionalInterface
public interface ReplyListener {
    ReplyListener NONE = _ -> {};

    void text(String piece);

    /// What came so far is void: the request is sent again.
    default void restarted(String reason) {}
}
