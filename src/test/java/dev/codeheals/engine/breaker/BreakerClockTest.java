package dev.codeheals.engine.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Waits when the wall clock is changed or the process restarts.
class BreakerClockTest {
    private final HandClock clock = new HandClock();
    private final CircuitBreaker breaker = opened();

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 3_600, -3_600, 315_360_000, -315_360_000})
    void aWallClockThatJumpsChangesNoWaitInThisProcess(long seconds) {
        clock.advance(Duration.ofSeconds(10));
        clock.setWall(Duration.ofSeconds(seconds));
        assertThat(breaker.snapshot().remaining()).isEqualTo(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(19));
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Denied.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Probe.class);
    }

    @Test
    void aRestartKeepsTheStateTheReasonAndWhatIsLeftOfTheWait() {
        clock.advance(Duration.ofSeconds(4));
        BreakerSnapshot saved = breaker.snapshot();
        clock.advance(Duration.ofSeconds(11));
        BreakerSnapshot restored = restarted(saved).snapshot();
        assertThat(restored.state()).isEqualTo(BreakerState.OPEN);
        assertThat(restored.remaining()).isEqualTo(Duration.ofSeconds(15));
        assertThat(restored.waitTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(restored.reason()).isEqualTo(saved.reason());
        assertThat(restored.window()).isEqualTo(saved.window());
        assertThat(restored.history()).isEqualTo(saved.history());
    }

    @Test
    void aClockSetBackBeforeTheRestartCostsAtMostTheWholeRest() {
        BreakerSnapshot saved = breaker.snapshot();
        clock.setWall(Duration.ofDays(-3650));
        assertThat(restarted(saved).snapshot().remaining()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aClockSetForwardBeforeTheRestartEndsTheWait() {
        BreakerSnapshot saved = breaker.snapshot();
        clock.setWall(Duration.ofDays(3650));
        CircuitBreaker restarted = restarted(saved);
        assertThat(restarted.snapshot().remaining()).isZero();
        assertThat(restarted.tryAcquire()).isInstanceOf(Permit.Probe.class);
    }

    @Test
    void aRestartWhileHalfOpenKeepsTheOutcomesOfProbes() {
        clock.advance(Duration.ofSeconds(30));
        breaker.record(breaker.tryAcquire(), new AttemptOutcome(true, 0.9, "RES"));
        breaker.tryAcquire();
        CircuitBreaker restarted = restarted(breaker.snapshot());
        restarted.record(restarted.tryAcquire(), new AttemptOutcome(true, 0.9, "RES"));
        assertThat(restarted.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aRestartKeepsWhatWasForcedAndWhy() {
        breaker.forceOpen("Hands off.");
        assertThat(restarted(breaker.snapshot()).tryAcquire())
                .isEqualTo(new Permit.Denied("Healing is stopped until someone resets it: Hands off.", Duration.ZERO));
    }

    private CircuitBreaker restarted(BreakerSnapshot snapshot) {
        CircuitBreaker next = new CircuitBreaker(BreakerSettings.DEFAULT, clock, clock::nanos);
        next.restore(snapshot);
        return next;
    }

    private CircuitBreaker opened() {
        CircuitBreaker closed = new CircuitBreaker(BreakerSettings.DEFAULT, clock, clock::nanos);
        for (int i = 0; i < 5; i++) {
            closed.record(closed.tryAcquire(), new AttemptOutcome(false, 0.5, "RES"));
        }
        return closed;
    }
}
