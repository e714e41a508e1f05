package dev.codeheals.engine.verify;

import dev.codeheals.engine.run.Isolation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What was measured of one candidate.
///
/// @param tier         the highest tier reached
/// @param before       tests before
/// @param after        tests with the candidate
/// @param beforeTime   of the failing command
/// @param afterTime    of the confirming cold run; zero if there was none
/// @param isolation    level of the runs
/// @param coldRuns     confirming runs of the user's exact command that passed, at least the first of them from cold
/// @param probes       what else was tried, in words: "3 repeated runs", "12 more tests"
/// @param doubt        why the candidate may fit the tests' examples only; empty where nothing speaks for that
/// @param beforeOutput tail of the failing output, at most 64 KiB
/// @param afterOutput  tail of the output with the candidate, at most 64 KiB
public record Evidence(VerdictTier tier, TestTally before, TestTally after, Duration beforeTime, Duration afterTime, Isolation isolation,
                       int coldRuns, List<String> probes, Optional<String> doubt, String beforeOutput, String afterOutput) {
    public Evidence {
        probes = List.copyOf(probes);
    }
}
