package dev.codeheals.engine.heal;

import dev.codeheals.engine.run.RunOutcome;
import org.jspecify.annotations.Nullable;

/// What came of a person's decision.
///
/// @param done         whether it was carried out
/// @param message      one sentence
/// @param confirmation the command's run after files were written; null where it was not run
public record ReviewResult(boolean done, String message, @Nullable RunOutcome confirmation) {
    static ReviewResult refused(String message) {
        return new ReviewResult(false, message, null);
    }

    static ReviewResult done(String message) {
        return new ReviewResult(true, message, null);
    }
}
