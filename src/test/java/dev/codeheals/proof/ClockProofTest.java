package dev.codeheals.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.breaker.AttemptOutcome;
import dev.codeheals.engine.breaker.BreakerSettings;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.heal.SteadyClock;
import dev.codeheals.wiring.SettableMachine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// S14: clocks that are set, and nights.
class ClockProofTest {
    private static final Duration TRUE_TIME = Duration.ofSeconds(12);
    private static final List<Duration> SET = Stream.of(1, 3_600, 315_360_000).flatMap(s -> Stream.of(Duration.ofSeconds(s), Duration.ofSeconds(-s))).toList();

    private static CircuitBreaker open(SettableMachine machine, LongSupplier nanos) {
        CircuitBreaker breaker = new CircuitBreaker(BreakerSettings.DEFAULT, machine::wall, nanos);
        for (int i = 0; i < 5; i++) {
            breaker.record(breaker.tryAcquire(), new AttemptOutcome(false, 0.5, "RES"));
        }
        return breaker;
    }

    private static boolean within(Duration expected, Duration found) {
        return found.minus(expected).abs().compareTo(Duration.ofSeconds(1)) <= 0;
    }

    @Test
    void noClockThatIsSetAndNoNightMakesAWaitWrong() {
        int wrong = 0;
        int wrongByTheWall = 0;
        for (Duration shift : SET) {
            SettableMachine machine = new SettableMachine();
            CircuitBreaker breaker = open(machine, machine.elapsed());
            CircuitBreaker byTheWall = open(machine, () -> Duration.between(Instant.EPOCH, machine.wall()).toNanos());
            Duration whole = breaker.snapshot().remaining();
            machine.passes(TRUE_TIME);
            machine.isSet(shift);
            wrong += within(whole.minus(TRUE_TIME), breaker.snapshot().remaining()) ? 0 : 1;
            wrongByTheWall += within(whole.minus(TRUE_TIME), byTheWall.snapshot().remaining()) ? 0 : 1;
        }
        for (int minutes : new int[] {0, 1, 10, 600}) {
            SettableMachine machine = new SettableMachine();
            CircuitBreaker breaker = open(machine, machine.elapsed());
            Duration whole = breaker.snapshot().remaining();
            machine.passes(Duration.ofSeconds(2));
            machine.sleeps(Duration.ofSeconds(5).plusMinutes(minutes));
            Duration left = whole.minusSeconds(7).minusMinutes(minutes);
            wrong += within(left.isNegative() ? Duration.ZERO : left, breaker.snapshot().remaining()) ? 0 : 1;
        }
        ProofTable.add(new ProofTable.Row("S14", "a clock that is set and a machine that sleeps: no wait of the breaker is wrong by a second", SET.size() + 4L, wrong,
                "measured by the time of day, " + wrongByTheWall + " of " + SET.size() + " are"));
        assertThat(wrongByTheWall).as("without the protection").isPositive();
        assertThat(wrong).isZero();
    }

    @Test
    void aHealsBudgetIsNeitherSpentNorProlonged() {
        int wrong = 0;
        int wrongByTheWall = 0;
        for (Duration shift : SET) {
            SettableMachine machine = new SettableMachine();
            SteadyClock clock = new SteadyClock(machine::wall, machine::awake);
            Instant began = clock.instant();
            Instant beganByTheWall = machine.wall();
            machine.passes(TRUE_TIME);
            machine.isSet(shift);
            machine.sleeps(shift.abs());
            wrong += Duration.between(began, clock.instant()).equals(TRUE_TIME) ? 0 : 1;
            wrongByTheWall += within(TRUE_TIME, Duration.between(beganByTheWall, machine.wall())) ? 0 : 1;
        }
        ProofTable.add(new ProofTable.Row("S14", "a clock that is set, a machine that sleeps: a heal's budget is neither spent nor prolonged", SET.size(), wrong,
                "measured by the time of day, " + wrongByTheWall + " are"));
        assertThat(wrongByTheWall).as("without the protection").isPositive();
        assertThat(wrong).isZero();
    }
}
