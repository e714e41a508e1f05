package dev.codeheals.engine.localize;

import dev.codeheals.engine.classify.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one instrumented run of the failing command recorded.
///
/// @param frames    project frames of the reported exception, outermost first
/// @param exception attributes of the exception that help a repair ({@code name}, {@code obj_type}, {@code obj_attributes}, {@code key}, {@code args}), as text
/// @param coverage  lines executed by each test; a single entry for a script; empty where it could not be recorded
/// @param failures  what was seen of each failure of the run; the first one's frames and exception are those above
public record RuntimeFacts(List<FrameFacts> frames, Map<String, String> exception, List<LineCoverage> coverage, List<FailureFacts> failures) {
    public static final RuntimeFacts NONE = new RuntimeFacts(List.of(), Map.of(), List.of());

    public RuntimeFacts {
        frames = List.copyOf(frames);
        exception = Map.copyOf(exception);
        coverage = List.copyOf(coverage);
        failures = List.copyOf(failures);
    }

    public RuntimeFacts(List<FrameFacts> frames, Map<String, String> exception, List<LineCoverage> coverage) {
        this(frames, exception, coverage, List.of());
    }

    /// What was seen of one exception.
    ///
    /// @param type      its class, dotted unless it is a builtin
    /// @param frames    project frames, those of its causes first, outermost first
    /// @param exception its attributes
    public record FailureFacts(String type, List<FrameFacts> frames, Map<String, String> exception) {
        public FailureFacts {
            frames = List.copyOf(frames);
            exception = Map.copyOf(exception);
        }

        boolean fits(Diagnosis diagnosis) {
            String printed = diagnosis.exceptionType();
            boolean sameType = type.substring(type.lastIndexOf('.') + 1).equals(printed.substring(printed.lastIndexOf('.') + 1));
            return sameType && (diagnosis.line() == null || frames.stream().anyMatch(f -> f.line() == diagnosis.line() && f.file().equals(diagnosis.file())));
        }
    }

    /// The same with the frames and exception of the diagnosed failure; unchanged where that was not seen.
    public RuntimeFacts about(Diagnosis diagnosis) {
        return failures.stream().filter(f -> f.fits(diagnosis)).findFirst().map(f -> new RuntimeFacts(f.frames(), f.exception(), coverage, failures))
                .orElse(this);
    }

    /// The innermost recorded frame at that place.
    public Optional<FrameFacts> at(String file, int line) {
        return frames.reversed().stream().filter(f -> f.line() == line && f.file().equals(file)).findFirst();
    }

    public Optional<FrameFacts> innermost() {
        return frames.isEmpty() ? Optional.empty() : Optional.of(frames.getLast());
    }
}
