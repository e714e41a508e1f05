package dev.codeheals.engine.localize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Spectrum-based suspicion: failed(line) / sqrt(failed · (failed(line) + passed(line))), Ochiai's coefficient.
final class Spectrum {
    private Spectrum() {}

    /// Suspicion of each line that a failing test runs, by file.
    static Map<String, Map<Integer, Double>> suspicion(List<LineCoverage> coverage) {
        Map<String, Map<Integer, int[]>> counts = new HashMap<>();
        int failing = 0;
        for (LineCoverage test : coverage) {
            int column = test.passed() ? 1 : 0;
            failing += test.passed() ? 0 : 1;
            test.lines().forEach((file, lines) -> {
                Map<Integer, int[]> ofFile = counts.computeIfAbsent(file, _ -> new HashMap<>());
                lines.forEach(line -> ofFile.computeIfAbsent(line, _ -> new int[2])[column]++);
            });
        }
        Map<String, Map<Integer, Double>> suspicion = new HashMap<>();
        int all = failing;
        counts.forEach((file, lines) -> lines.forEach((line, count) -> {
            if (count[0] > 0) {
                double value = count[0] / Math.sqrt((double) all * (count[0] + count[1]));
                suspicion.computeIfAbsent(file, _ -> new HashMap<>()).put(line, value);
            }
        }));
        return suspicion;
    }
}
