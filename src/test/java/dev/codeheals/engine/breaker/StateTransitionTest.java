package dev.codeheals.engine.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StateTransitionTest {
    @Test
    void everyPairOutsideTheTableThrows() {
        Set<String> legal = Arrays.stream(StateTransition.values()).map(t -> t.from() + " " + t.to()).collect(Collectors.toSet());
        int refused = 0;
        for (BreakerState from : BreakerState.values()) {
            for (BreakerState to : BreakerState.values()) {
                if (!legal.contains(from + " " + to)) {
                    refused++;
                    assertThatThrownBy(() -> StateTransition.of(from, to)).isInstanceOf(IllegalStateException.class)
                            .hasMessage("A breaker cannot go from " + from + " to " + to + ".");
                }
            }
        }
        assertThat(refused).isEqualTo(7);
    }

    @Test
    void aClosedBreakerCannotBecomeHalfOpen() {
        assertThatThrownBy(() -> StateTransition.of(BreakerState.CLOSED, BreakerState.HALF_OPEN)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachRowIsFoundByItsEnds() {
        for (StateTransition transition : StateTransition.values()) {
            assertThat(StateTransition.of(transition.from(), transition.to())).isSameAs(transition);
        }
    }
}
