package dev.codeheals.engine.repair.model;

import java.util.Optional;

/// A place where a key may rest. Keys never go to logs, envelopes, reports or child processes.
public interface KeyPlace {

    /// Where it is, in plain words: "the system's key ring".
    String title();

    /// The key of that name; empty if there is none or the place cannot be reached.
    Optional<String> find(String name);

    /// Keeps the key.
    ///
    /// @return whether it is kept now
    boolean keep(String name, String key);

    /// Removes the key if it is there.
    void forget(String name);
}
