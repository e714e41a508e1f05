package dev.codeheals.engine.knowledge;

/// What to look up: exact cluster first, then code, then family.
///
/// @param minConfidence lowest average confidence; patterns that failed clearly more often than they held are never given
/// @param limit         at most this many
/// @param project       the asking project, for ranking
public record PatternQuery(String errorCode, String clusterId, double minConfidence, int limit, String project) {
    /// No answer holds more patterns.
    public static final int MOST = 5;

    public static PatternQuery of(String errorCode, String clusterId, String project) {
        return new PatternQuery(errorCode, clusterId, 0.7, MOST, project);
    }

    public String family() {
        int dot = errorCode.indexOf('.');
        return dot < 0 ? errorCode : errorCode.substring(0, dot);
    }
}
