package dev.codeheals.engine.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The success patterns, wherever they are kept.
public interface KnowledgeBase {

    /// Best first; see {@link PatternQuery}.
    List<SuccessPattern> lookup(PatternQuery query);

    /// Counts a confirmed success: a new pattern, or one more for the same (error code, cluster, description). Successes below 0.7 are not kept.
    ///
    /// @param envelopeId the attempt it came from, for provenance
    Optional<SuccessPattern> recordSuccess(SuccessPattern pattern, double confidence, String envelopeId);

    /// Counts negative evidence: a rejected, undone or failed replay.
    void recordFailure(long patternId, String reason);

    Optional<SuccessPattern> find(long id);

    /// Full-text search; all patterns by last use for empty text.
    default List<SuccessPattern> search(String text, int offset, int limit) {
        return search(PatternSearch.of(text), offset, limit);
    }

    List<SuccessPattern> search(PatternSearch search, int offset, int limit);

    /// Replaces the user's own tags.
    void tag(long id, Set<String> userTags);

    /// Hides a pattern from every answer; a later success of the same fix or {@link #recall} brings it back.
    void forget(long id);

    /// Undoes {@link #forget}.
    void recall(long id);

    /// Makes two patterns count as one: {@code from}'s record is added to {@code into}'s, and later successes of it count there too.
    void merge(long into, long from);

    /// Undoes {@link #merge} for one of the merged patterns.
    void split(long id);

    /// Ids of the patterns an envelope stands behind.
    List<Long> patternsOf(String envelopeId);

    /// Envelope ids behind a pattern, newest first.
    List<String> provenance(long id);

    KnowledgeStats stats();
}
