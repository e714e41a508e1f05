package dev.codeheals.engine.localize;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one instrumented run of the failing command recorded.
///
/// @param frames    project frames of the reported exception, outermost first
/// @param exception attributes of the exception that help a repair ({@code name}, {@code obj_type}, {@code obj_attributes}, {@code key}, {@code args}), as text
/// @param coverage  lines executed by each test; a single entry for a script; empty where it could not be recorded
public record RuntimeFacts(List<FrameFacts> frames, Map<String, String> exception, List<LineCoverage> coverage) {
    public static final RuntimeFacts NONE = new RuntimeFacts(List.of(), Map.of(), List.of());

    public RuntimeFacts {
        frames = List.copyOf(frames);
        exception = Map.copyOf(exception);
        coverage = List.copyOf(coverage);
    }

    /// The innermost recorded frame at that place.
    public Optional<FrameFacts> at(String file, int line) {
        return frames.reversed().stream().filter(f -> f.line() == line && f.file().equals(file)).findFirst();
    }

    public Optional<FrameFacts> innermost() {
        return frames.isEmpty() ? Optional.empty() : Optional.of(frames.getLast());
    }
}
