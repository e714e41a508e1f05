package dev.codeheals.engine.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20));

    @Test
    void theWaitDoublesWithEachFailure() {
        assertThat(backoff.after(1, middle())).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.after(2, middle())).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(4, middle())).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void theWaitStopsAtTheCap() {
        assertThat(backoff.after(60, middle())).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void jitterStaysWithinAFifth() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 1000; i++) {
            assertThat(backoff.after(1, random)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
        }
    }

    private static RandomGenerator middle() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        };
    }
}
