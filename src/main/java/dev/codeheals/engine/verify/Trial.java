package dev.codeheals.engine.verify;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.run.RunOutcome;
import java.util.List;

/// One run on a copy and what was read out of it.
///
/// @param outcome  the run
/// @param failures found in its output
/// @param tests    what its tests did; {@link TestTally#NONE} where it runs none or nothing is known
/// @param report   how far {@code tests} can be trusted
record Trial(RunOutcome outcome, List<Failure> failures, TestTally tests, Report report) {

    enum Report {
        /// The runner itself reported and came to its end.
        COMPLETE,
        /// The runner reported and was cut off before its end.
        CUT_OFF,
        /// No runner took part, or only its printed text is known.
        TEXT
    }

    Trial {
        failures = List.copyOf(failures);
    }
}
