package dev.codeheals.proof;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What this process holds at a moment, after a collection: bytes of heap in use, threads, open files, and processes below it.
public record Load(long heap, int threads, long files, long children) {
    private static final double MEGABYTE = 1 << 20;
    /// The serial collector leaves up to a twentieth of the heap as it lies, in three of four collections.
    private static final int UNTIL_COMPACT = 4;

    public static Load now() {
        for (int i = 0; i < UNTIL_COMPACT; i++) {
            System.gc();
        }
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix ? unix.getOpenFileDescriptorCount() : 0;
        return new Load(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), Thread.activeCount(), files,
                ProcessHandle.current().descendants().count());
    }

    /// By how many megabytes the heap grew since the other moment, for every thousand of so many rounds.
    public double grownSince(Load before, int rounds) {
        return (heap - before.heap) / MEGABYTE * 1000 / rounds;
    }

    /// Whether no threads, open files or processes were left behind since the other moment; a few come and go by themselves.
    public boolean isFlatSince(Load before) {
        return threads <= before.threads + 2 && files <= before.files + 4 && children <= before.children + 2;
    }
}
