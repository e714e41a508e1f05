package dev.codeheals.bench;

import dev.codeheals.engine.score.EvidenceKind;
import java.util.List;
import java.util.Optional;

/// What came of one case.
///
/// @param ending     in one word
/// @param correct    what the held-back check said of the healed project; empty if there is none, or nothing was healed
/// @param first      whether the first verified fix the healer found was the one it kept
/// @param confidence of the least sure step; 0 where nothing was healed
/// @param promoted   whether {@code heal --apply} would have written it
/// @param steps      the fixes, in order
/// @param candidates tried or refused
/// @param attempts   sources asked
/// @param modelCalls to a language model
/// @param millis     time of the heal
/// @param message    one sentence
public record CaseResult(String name, String family, Ending ending, Optional<Boolean> correct, boolean first, double confidence, boolean promoted,
                         List<StepTaken> steps, int candidates, int attempts, int modelCalls, long millis, String message) {
    public CaseResult {
        steps = List.copyOf(steps);
    }

    public enum Ending {
        /// The command passes with a fix.
        PLAUSIBLE,
        NOT_HEALED,
        /// The case did not fail to begin with.
        ALREADY_PASSING,
        /// The case could not be run.
        ERROR
    }

    /// One fix.
    ///
    /// @param raw probability before this user's own history
    /// @param why where the confidence comes from
    public record StepTaken(String source, EvidenceKind evidence, double raw, double confidence, String errorCode, String description, String why) {}

    public boolean plausible() {
        return ending == Ending.PLAUSIBLE;
    }

    public boolean reallyCorrect() {
        return plausible() && correct.orElse(false);
    }

    public boolean wrongPromotion() {
        return promoted && correct.filter(right -> !right).isPresent();
    }

    static CaseResult error(BenchCase bench, String message) {
        return new CaseResult(bench.name(), bench.family(), Ending.ERROR, Optional.empty(), false, 0, false, List.of(), 0, 0, 0, 0, message);
    }
}
