package dev.codeheals.engine.localize;

import java.util.Map;
import java.util.Set;

/// The project lines one test or run executed.
///
/// @param testId the runner's name of the test; the command for a plain script
/// @param passed whether it passed
/// @param lines  1-based lines by file, relative to the project root
public record LineCoverage(String testId, boolean passed, Map<String, Set<Integer>> lines) {
    public LineCoverage {
        lines = Map.copyOf(lines);
    }
}
