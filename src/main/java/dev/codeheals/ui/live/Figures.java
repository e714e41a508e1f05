package dev.codeheals.ui.live;

import dev.codeheals.engine.context.Metrics;
import dev.codeheals.engine.knowledge.KnowledgeStats;
import java.time.Duration;

/// The numbers on the tiles.
///
/// @param today     since midnight
/// @param month     of the last thirty days, for the small curves
/// @param knowledge of all projects
public record Figures(Metrics today, Metrics month, KnowledgeStats knowledge) {
    public Duration meanTime() {
        return month.meanTimeToHeal();
    }
}
