package dev.codeheals.engine.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// How a run ended and what it said.
///
/// @param ending    why it ended
/// @param exitCode  the process's exit code; 128 + signal for a killed one, -1 if it never started
/// @param output    standard output and error in the order written, at most {@link Limits#keptOutput()} bytes
/// @param truncated whether the middle of the output was dropped
/// @param duration  wall time
/// @param isolation the level the run really had
/// @param note      one sentence for a run that did not start or was stopped; empty otherwise
public record RunOutcome(Ending ending, int exitCode, byte[] output, boolean truncated, Duration duration, Isolation isolation, String note) {

    public enum Ending { EXITED, TIMED_OUT, LIMIT_EXCEEDED, CANCELLED, NOT_STARTED }

    public boolean passed() {
        return ending == Ending.EXITED && exitCode == 0;
    }

    /// The output as UTF-8, malformed bytes replaced.
    public String text() {
        return new String(output, StandardCharsets.UTF_8);
    }
}
