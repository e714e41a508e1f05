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
        public boolean failedAgain(String project, String clusterId, Instant at) {
            return false;
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

    /// The same failure is back: the newest fix of it judged right within the last seven days turns out wrong.
    ///
    /// @return whether there was one
    boolean failedAgain(String project, String clusterId, Instant at);

    /// Newest first, at most the last 500.
    List<JudgedFix> ofFamily(String family);

    /// All families, newest first, at most the last 5,000.
    List<JudgedFix> all();
}
