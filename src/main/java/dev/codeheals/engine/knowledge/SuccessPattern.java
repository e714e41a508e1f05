package dev.codeheals.engine.knowledge;

import java.time.Instant;
import java.util.Set;

/// A fix that held.
///
/// @param id           given by the store; 0 before
/// @param fixDiff      the diff of the newest success
/// @param template     the abstract edit
/// @param avgConfidence running average over successes
/// @param tags         {@code GOLD_STANDARD}, {@code HIGH_CONFIDENCE}, {@code RELIABLE} by the average and the evidence, and the user's own
/// @param source       who proposed the first success
/// @param project      where it first held on this machine; empty while it is known from others alone
public record SuccessPattern(long id, String errorCode, String clusterId, String fixDescription, String fixDiff, EditTemplate template,
                             int successCount, int failureCount, double avgConfidence, Set<String> tags, String source, String project,
                             Instant firstSuccessAt, Instant lastSuccessAt) {
    public SuccessPattern {
        tags = Set.copyOf(tags);
    }

    public boolean gold() {
        return tags.contains("GOLD_STANDARD");
    }
}
