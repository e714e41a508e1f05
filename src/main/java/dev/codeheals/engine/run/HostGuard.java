package dev.codeheals.engine.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Watches what limits of single processes cannot bound: how many there are, and what they leave of memory and disk together.
final class HostGuard {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
    private static final long MEMORY_FLOOR = 1280L << 20;
    private static final long DISK_FLOOR = 2L << 30;
    private static final int RARELY = 4;

    private final Limits limits;
    private final OptionalLong memoryAtStart = availableMemory();
    private final OptionalLong diskAtStart = freeDisk();
    private final long tasksAtStart = Files.exists(LOAD) ? tasks() : Integer.MIN_VALUE;
    private int looks;

    HostGuard(Limits limits) {
        this.limits = limits;
    }

    /// One sentence if the run goes too far.
    Optional<String> exceeded(ProcessTree tree) {
        looks++;
        // Counting a tree reads every process of the machine, so it waits until the machine's own count has risen.
        if (tasks() - tasksAtStart > limits.processes() / 2 && tree.size() > limits.processes()) {
            return Optional.of("Stopped: more than " + limits.processes() + " processes.");
        }
        OptionalLong memory = availableMemory();
        // A machine that is short of memory anyway must not stop runs that do nothing about it.
        if (memory.isPresent() && memory.getAsLong() < MEMORY_FLOOR && memoryAtStart.orElse(0) - memory.getAsLong() > MEMORY_FLOOR / 2) {
            return Optional.of("Stopped: the run used up the machine's memory.");
        }
        return looks % RARELY == 0 ? diskExceeded() : Optional.empty();
    }

    /// Others write to the disk too, so a large loss counts only where little is left.
    private Optional<String> diskExceeded() {
        long free = freeDisk().orElse(Long.MAX_VALUE);
        long lost = diskAtStart.orElse(0) - free;
        boolean scarce = free < DISK_FLOOR && lost > DISK_FLOOR / 2;
        return scarce || lost > 32 * limits.fileSize() + DISK_FLOOR ? Optional.of("Stopped: the run filled the disk.") : Optional.empty();
    }

    /// Processes and threads of the machine; the fourth word of /proc/loadavg is "running/all".
    private static long tasks() {
        try {
            String[] words = Files.readString(LOAD, StandardCharsets.US_ASCII).split(" ", -1);
            return Long.parseLong(words[3].substring(words[3].indexOf('/') + 1));
        } catch (IOException _) {
            return 0;
        }
    }

    private static OptionalLong availableMemory() {
        try {
            Matcher matcher = AVAILABLE.matcher(Files.readString(MEMINFO, StandardCharsets.US_ASCII));
            return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 10) : OptionalLong.empty();
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong freeDisk() {
        try {
            FileStore store = Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")));
            return OptionalLong.of(store.getUsableSpace());
        } catch (IOException _) {
            return OptionalLong.empty();
        }
    }
}
