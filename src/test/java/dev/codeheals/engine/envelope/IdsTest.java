package dev.codeheals.engine.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void areVersionSevenAndSortInTheOrderTheyWereMadeThoughTheClockJumps() {
        AtomicLong millis = new AtomicLong(1_700_000_000_000L);
        Ids ids = new Ids(() -> Instant.ofEpochMilli(millis.get()));
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            made.add(ids.next());
            millis.addAndGet(i % 1000 == 999 ? -3_600_000 : 0);
        }

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(made.getFirst()).version()).isEqualTo(7);
        assertThat(UUID.fromString(made.getLast()).variant()).isEqualTo(2);
    }
}
