package dev.codeheals.engine.run;

import java.time.Duration;

/// What one run may use.
///
/// @param wallTime    after this the whole process tree is killed
/// @param keptOutput  bytes of output kept (first and last half); the rest is read and dropped
/// @param memory      bytes of address space for each process, where the platform can limit it
/// @param fileSize    bytes of the largest file a process may write
/// @param processes   processes and threads of the run together
public record Limits(Duration wallTime, int keptOutput, long memory, long fileSize, int processes) {
    public static final Limits STANDARD = new Limits(Duration.ofSeconds(60), 1 << 20, 4L << 30, 1L << 30, 512);

    public Limits withWallTime(Duration time) {
        return new Limits(time, keptOutput, memory, fileSize, processes);
    }
}
