package dev.codeheals.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Nanoseconds that have passed, those among them in which the machine slept; changes of the time of day do not count. Linux's own
/// monotonic clock stands still in sleep, its uptime does not. Where no uptime is told, this is the monotonic clock. Thread-safe.
final class ElapsedTime implements LongSupplier {
    private static final long SHORTEST_SLEEP = TimeUnit.SECONDS.toNanos(1);
    private static final Path UPTIME = Path.of("/proc/uptime");

    private final LongSupplier awake;
    private final Supplier<OptionalLong> sinceBoot;
    private final boolean told;
    private long ahead;
    private long slept;

    /// @param awake     a monotonic clock that may stand still in sleep
    /// @param sinceBoot nanoseconds since the machine started, sleep among them
    ElapsedTime(LongSupplier awake, Supplier<OptionalLong> sinceBoot) {
        this.awake = awake;
        this.sinceBoot = sinceBoot;
        OptionalLong boot = sinceBoot.get();
        this.told = boot.isPresent();
        this.ahead = boot.orElse(0) - awake.getAsLong();
    }

    static ElapsedTime here() {
        return new ElapsedTime(System::nanoTime, ElapsedTime::uptime);
    }

    @Override
    public synchronized long getAsLong() {
        long now = awake.getAsLong();
        OptionalLong boot = told ? sinceBoot.get() : OptionalLong.empty();
        if (boot.isPresent() && boot.getAsLong() - now - ahead > SHORTEST_SLEEP) {
            slept += boot.getAsLong() - now - ahead;
            ahead = boot.getAsLong() - now;
        }
        return now + slept;
    }

    private static OptionalLong uptime() {
        try {
            String text = Files.readString(UPTIME, StandardCharsets.US_ASCII);
            return OptionalLong.of((long) (Double.parseDouble(text.substring(0, text.indexOf(' '))) * TimeUnit.SECONDS.toNanos(1)));
        } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException _) {
            return OptionalLong.empty();
        }
    }
}
