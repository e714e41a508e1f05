package dev.codeheals.engine.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final HandClock clock = new HandClock();
    private final CircuitBreaker breaker = new CircuitBreaker(BreakerSettings.DEFAULT, clock, clock::nanos);

    @Test
    void fourFailuresAreTooFewToTrip() {
        fail(4);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void fiveFailuresTripAndSayWhy() {
        fail(5);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.snapshot().reason()).isEqualTo("5 of the last 5 attempts failed (100 %); the limit is 50 %. Waiting 30 s.");
    }

    @Test
    void halfOfTheLastTwentyTripWhileConfidenceIsSteady() {
        for (int i = 0; i < 19; i++) {
            attempt(i < 10, 0.3);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        attempt(false, 0.3);
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    }

    @Test
    void risingConfidenceIsGivenMoreFailures() {
        for (int i = 0; i < 10; i++) {
            attempt(i < 4, i < 5 ? 0.1 : 0.6);
        }
        assertThat(breaker.snapshot().threshold()).isEqualTo(0.7);
        assertThat(breaker.snapshot().failureRate()).isEqualTo(0.6);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void fallingConfidenceTripsEarly() {
        for (int i = 0; i < 10; i++) {
            attempt(i < 6, i < 5 ? 0.9 : 0.2);
        }
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.snapshot().reason())
                .isEqualTo("4 of the last 10 attempts failed (40 %); the limit is 35 %, lowered because confidence is falling. Waiting 30 s.");
    }

    @Test
    void whileOpenItRefusesWithTheTimeThatIsLeft() {
        fail(5);
        clock.advance(Duration.ofSeconds(12));
        assertThat(breaker.tryAcquire()).isEqualTo(new Permit.Denied(
                "The breaker is open because too many attempts failed; it tries again in 18 s.", Duration.ofSeconds(18)));
    }

    @Test
    void afterTheWaitTwoProbesAreAdmittedAndTheThirdIsRefused() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Probe.class);
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Probe.class);
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Denied.class);
    }

    @Test
    void twoProbesThatHealCloseIt() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        attempt(true, 0.9);
        attempt(true, 0.9);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.snapshot().window()).isEmpty();
        assertThat(breaker.snapshot().reason()).isEqualTo("2 of 2 probes healed, so healing goes on.");
    }

    @Test
    void waitsDoubleUntilTheCap() {
        fail(5);
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            waits.add(breaker.snapshot().waitTime());
            clock.advance(breaker.snapshot().waitTime());
            fail(2);
        }
        assertThat(waits).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(240),
                Duration.ofSeconds(480), Duration.ofSeconds(600), Duration.ofSeconds(600));
    }

    @Test
    void aProbeHandedBackIsAdmittedAgain() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        Permit cancelled = breaker.tryAcquire();
        breaker.tryAcquire();
        breaker.giveBack(cancelled);
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Probe.class);
        assertThat(breaker.tryAcquire()).isInstanceOf(Permit.Denied.class);
    }

    @Test
    void anOutcomeFromBeforeTheChangeIsNotCounted() {
        Permit late = breaker.tryAcquire();
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        breaker.tryAcquire();
        breaker.record(late, outcome(false, 0));
        assertThat(breaker.snapshot().probes()).isEmpty();
        assertThat(breaker.snapshot().window()).hasSize(5);
    }

    @Test
    void aProbeCountsOnceHoweverOftenItIsReported() {
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        Permit probe = breaker.tryAcquire();
        breaker.record(probe, outcome(true, 1));
        breaker.record(probe, outcome(true, 1));
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    }

    @Test
    void whileOpenAProvenPatternIsTheProbe() {
        fail(5);
        Permit proven = breaker.tryAcquireProven();
        assertThat(proven).isInstanceOf(Permit.Probe.class);
        assertThat(breaker.tryAcquireProven()).isInstanceOf(Permit.Denied.class);
        breaker.record(proven, outcome(true, 0.95));
        assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
        assertThat(breaker.snapshot().reason()).isEqualTo("A proven pattern healed, so the wait ends early.");
        attempt(true, 0.9);
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void aProvenPatternThatFailsLeavesTheWaitAsItWas() {
        fail(5);
        clock.advance(Duration.ofSeconds(10));
        breaker.record(breaker.tryAcquireProven(), outcome(false, 0.2));
        assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
        assertThat(breaker.snapshot().remaining()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void forcedOpenItRefusesEverythingUntilReset() {
        breaker.forceOpen("The build server is down.");
        clock.advance(Duration.ofDays(3));
        assertThat(breaker.tryAcquireProven()).isEqualTo(new Permit.Denied("Healing is stopped until someone resets it: The build server is down.", Duration.ZERO));
        breaker.reset("It is up again.");
        assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
        assertThat(breaker.snapshot().reason()).isEqualTo("It is up again.");
    }

    @Test
    void everyChangeIsTold() {
        List<BreakerChange> told = new ArrayList<>();
        breaker.onChange(told::add);
        fail(5);
        clock.advance(Duration.ofSeconds(30));
        attempt(true, 1);
        attempt(true, 1);
        assertThat(told).extracting(c -> c.from() + " > " + c.to())
                .containsExactly("CLOSED > OPEN", "OPEN > HALF_OPEN", "HALF_OPEN > CLOSED");
        assertThat(told).extracting(BreakerChange::reason).allMatch(reason -> reason.endsWith("."));
        assertThat(breaker.snapshot().history()).isEqualTo(told);
    }

    @Test
    void theWindowIsSeenByFamily() {
        attempt(true, 0.9);
        breaker.record(breaker.tryAcquire(), new AttemptOutcome(false, 0, "TYPE"));
        attempt(false, 0.5);
        assertThat(breaker.snapshot().families()).containsOnlyKeys("RES", "TYPE");
        assertThat(breaker.snapshot().families().get("RES")).isEqualTo(new BreakerSnapshot.FamilyRate(2, 1));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempt(false, 0.5);
        }
    }

    private void attempt(boolean success, double confidence) {
        breaker.record(breaker.tryAcquire(), outcome(success, confidence));
    }

    private static AttemptOutcome outcome(boolean success, double confidence) {
        return new AttemptOutcome(success, confidence, "RES");
    }
}
