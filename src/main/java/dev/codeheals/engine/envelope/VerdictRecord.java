package dev.codeheals.engine.envelope;

import java.util.List;

/// A verdict as it is kept.
///
/// @param tier          name of the tier reached
/// @param summary       one sentence
/// @param passedBefore  number of tests
/// @param testsThatHeal ids of tests that failed before and pass now
/// @param isolation     level of the runs
/// @param beforeMs      time of the failing command
/// @param afterMs       time of the confirming run
/// @param probes        in words
/// @param beforeOutput  tail of the failing output
/// @param afterOutput   tail of the output with the fix
public record VerdictRecord(String tier, String summary, int passedBefore, int failedBefore, int passedAfter, int failedAfter, int skippedAfter,
                            List<String> testsThatHeal, String isolation, long beforeMs, long afterMs, List<String> probes,
                            String beforeOutput, String afterOutput) {
    public VerdictRecord {
        testsThatHeal = List.copyOf(testsThatHeal);
        probes = List.copyOf(probes);
    }

    /// For an attempt that had nothing to verify.
    public static VerdictRecord none(String summary) {
        return new VerdictRecord("NONE", summary, 0, 0, 0, 0, 0, List.of(), "", 0, 0, List.of(), "", "");
    }
}
