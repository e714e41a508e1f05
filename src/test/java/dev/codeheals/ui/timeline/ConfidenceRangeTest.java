package dev.codeheals.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceRangeTest {

    @Test
    void theConfidenceAtTheAnchorStaysWhereItIs() {
        ConfidenceRange half = ConfidenceRange.ALL.zoomed(2, 0.6);
        assertThat(half.low()).isCloseTo(0.3, within(1e-9));
        assertThat(half.high()).isCloseTo(0.8, within(1e-9));
        assertThat(half.share(0.6)).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void itNeverLeavesWhatConfidenceCanBe() {
        ConfidenceRange top = ConfidenceRange.ALL.zoomed(4, 1);
        assertThat(top.zoomed(0.5, 0)).isEqualTo(new ConfidenceRange(0.5, 1));
        assertThat(top.zoomed(1e-6, 0.5)).isEqualTo(ConfidenceRange.ALL);
        assertThat(top.zoomed(1e6, 1).high() - top.zoomed(1e6, 1).low()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void whatIsOutsideIsNotHeld() {
        ConfidenceRange top = new ConfidenceRange(0.75, 1);
        assertThat(top.holds(0.75)).isTrue();
        assertThat(top.holds(0.74)).isFalse();
        assertThat(top.share(0.5)).isNegative();
    }
}
