package dev.codeheals.engine.guard;

import java.util.List;

/// Whether a candidate may be tried.
public sealed interface GuardDecision {

    /// It may be tried. {@code concerns} (new capabilities, invisible characters, a wide change) send it to a person even in auto mode.
    record Accepted(List<Concern> concerns) implements GuardDecision {
        public Accepted {
            concerns = List.copyOf(concerns);
        }
    }

    /// It must not be tried.
    ///
    /// @param code   stable and short: "path-escape", "protected-file", "test-locked"
    /// @param reason one sentence for a person
    record Refusal(String code, String reason) implements GuardDecision {}

    /// Something a person must look at. {@code code}: "new-network", "new-process", "invisible-characters", …
    record Concern(String code, String reason) {}
}
