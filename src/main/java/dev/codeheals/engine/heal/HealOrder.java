package dev.codeheals.engine.heal;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import java.nio.file.Path;

/// One heal to do.
///
/// @param project       real path of the folder
/// @param command       what fails
/// @param python        the project's interpreter
/// @param limits        of each run
/// @param budget        of the whole heal
/// @param minConfidence from which on a fix counts as good enough
/// @param promotion     what happens to a fix that is good enough
/// @param cancellation  ends the heal
public record HealOrder(Path project, Command command, Interpreter python, Limits limits, HealBudget budget, double minConfidence,
                        Promotion promotion, Cancellation cancellation) {

    /// Who says yes to a fix.
    public enum Promotion {
        /// It waits for a person.
        REVIEW,
        /// The user asked for it with this very command: any fix that is good enough is applied.
        APPLY,
        /// Auto mode: only sure, tested fixes of tier A without new capabilities, in a good sandbox.
        AUTO
    }
}
