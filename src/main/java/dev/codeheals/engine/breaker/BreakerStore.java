package dev.codeheals.engine.breaker;

import java.util.Optional;

/// Where breakers outlive the process.
public interface BreakerStore {
    Optional<BreakerSnapshot> load(String project);

    void save(String project, BreakerSnapshot snapshot);
}
