package dev.codeheals.engine.verify;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.run.RunOutcome;
import java.util.List;

/// The command on the unchanged copy.
///
/// @param outcome  the run
/// @param failures every failure found in its output, in order
/// @param tally    tests, where the command runs tests
/// @param flaky    whether repeated runs of the unchanged project disagreed
public record Baseline(RunOutcome outcome, List<Failure> failures, TestTally tally, boolean flaky) {
    public Baseline {
        failures = List.copyOf(failures);
    }
}
