package dev.codeheals.engine.verify;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.run.RunOutcome;
import java.util.List;

/// What running a candidate showed.
public sealed interface Verdict {

    /// One sentence for a person.
    String summary();

    /// A changed file has a syntax error.
    record DoesNotCompile(String file, String message) implements Verdict {
        @Override
        public String summary() {
            return file + " does not compile: " + message;
        }
    }

    /// The same failure is still there.
    record StillFails(String summary) implements Verdict {}

    /// This failure is gone and nothing is lost, but another one shows: a step on the way.
    record Progressed(List<Failure> remaining, Evidence evidence, String summary) implements Verdict {}

    /// Something that worked no longer does, or tests were lost, skipped or weakened.
    record Regressed(List<String> lost, String summary) implements Verdict {}

    /// Runs of the same candidate disagreed.
    record Flaky(int passed, int runs, String summary) implements Verdict {}

    /// The run was stopped by a limit, time or cancel.
    record Stopped(RunOutcome.Ending ending, String summary) implements Verdict {}

    /// The command passes and nothing is lost. Right only with the probability the score gives it.
    record Plausible(Evidence evidence, String summary) implements Verdict {}
}
