package dev.codeheals.engine.score;

import java.time.Instant;
import java.util.List;

/// What became of the fixes this user judged, wherever it is kept.
public interface FixOutcomes {
    /// Nothing known yet.
    FixOutcomes NONE = new FixOutcomes() {
        @Override
        public void judge(JudgedFix fix) {}

        @Override
        public List<JudgedFix> since(Instant from, String project, String clusterId) {
            return List.of();
        }

        @Override
        public List<JudgedFix> ofFamily(String family) {
            return List.of();
        }

        @Override
        public List<JudgedFix> all() {
            return List.of();
        }
    };

    /// Records a judgement; a later one on the same envelope replaces it.
    void judge(JudgedFix fix);

    /// Fixes of one cluster in one project that were judged from then on, newest first.
    List<JudgedFix> since(Instant from, String project, String clusterId);

    /// Newest first, at most the last 500.
    List<JudgedFix> ofFamily(String family);

    /// All families, newest first, at most the last 5,000.
    List<JudgedFix> all();
}
