package dev.codeheals.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void timesAreReadWithTheirUnit() {
        assertThat(Durations.parse("90s")).contains(Duration.ofSeconds(90));
        assertThat(Durations.parse("5m")).contains(Duration.ofMinutes(5));
        assertThat(Durations.parse("30d")).contains(Duration.ofDays(30));
        assertThat(Durations.parse("250ms")).contains(Duration.ofMillis(250));
    }

    @Test
    void aBareNumberCountsSeconds() {
        assertThat(Durations.parse("12")).contains(Duration.ofSeconds(12));
    }

    @Test
    void otherTextIsNoTime() {
        assertThat(Durations.parse("soon")).isEmpty();
        assertThat(Durations.parse("-3s")).isEmpty();
    }
}
