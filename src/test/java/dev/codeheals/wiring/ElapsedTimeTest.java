package dev.codeheals.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ElapsedTimeTest {
    @Test
    void thisMachinesElapsedTimeGoesForward() {
        ElapsedTime elapsed = ElapsedTime.here();
        long before = elapsed.getAsLong();
        long start = System.nanoTime();
        long after = elapsed.getAsLong();
        assertThat(after - before).isBetween(0L, System.nanoTime() - start + Duration.ofSeconds(1).toNanos());
    }
}
