package dev.codeheals.engine.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The knowledge base in numbers.
///
/// @param growth  patterns at the end of each week, oldest first
/// @param byFamily patterns by family
public record KnowledgeStats(int totalPatterns, long totalSuccesses, int goldStandardCount, double overallAvgConfidence, List<Week> growth,
                             Map<String, Integer> byFamily) {
    public KnowledgeStats {
        growth = List.copyOf(growth);
        byFamily = Map.copyOf(byFamily);
    }

    public record Week(LocalDate monday, int patterns, int gold) {}
}
