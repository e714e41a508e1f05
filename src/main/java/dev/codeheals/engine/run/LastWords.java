package dev.codeheals.engine.run;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Where a program is that does not end: with {@code PYTHONFAULTHANDLER} set, CPython answers an abort with the stacks of its threads.
/// Where signals are not known nothing is asked.
final class LastWords {
    private static final int ABORT = 6;
    private static final String ABORTED = "Fatal Python error: Aborted";
    private static final Optional<MethodHandle> KILL = kill();

    private LastWords() {}

    /// Empty where the system has no signals, and where the launcher did not allow native calls.
    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> kill() {
        Linker linker = Linker.nativeLinker();
        try {
            return linker.defaultLookup().find("kill")
                    .map(kill -> linker.downcallHandle(kill, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)));
        } catch (IllegalCallerException _) {
            return Optional.empty();
        }
    }

    /// Aborts a process. Does nothing if it is gone already or belongs to someone else.
    static void ask(ProcessHandle process) {
        if (KILL.isPresent() && process.isAlive()) {
            try {
                int _ = (int) KILL.get().invokeExact((int) process.pid(), ABORT);
            } catch (Throwable e) {
                throw new IllegalStateException("The abort signal cannot be sent.", e);
            }
        }
    }

    /// The output of a program that was aborted for its time, with the heading that faulthandler itself gives a dump after a time-out.
    static byte[] afterTimeout(byte[] output, Duration limit) {
        String text = new String(output, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(ABORTED);
        if (at < 0) {
            return output;
        }
        String part = limit.toNanosPart() == 0 ? "" : String.format(Locale.ROOT, ".%06d", limit.toNanosPart() / 1000);
        String heading = String.format(Locale.ROOT, "Timeout (%d:%02d:%02d%s)!", limit.toHours(), limit.toMinutesPart(), limit.toSecondsPart(), part);
        return (text.substring(0, at) + heading + text.substring(at + ABORTED.length())).getBytes(StandardCharsets.ISO_8859_1);
    }
}
