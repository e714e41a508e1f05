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
    List<SuccessPattern> search(String text, int offset, int limit);

    /// Replaces the user's own tags.
    void tag(long id, Set<String> userTags);

    void forget(long id);

    /// Envelope ids behind a pattern, newest first.
    List<String> provenance(long id);

    KnowledgeStats stats();
}
