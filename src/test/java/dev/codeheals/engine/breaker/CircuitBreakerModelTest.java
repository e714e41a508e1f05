package dev.codeheals.engine.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random operations on the breaker and on a small reference, compared after each.
class CircuitBreakerModelTest {
    private static final int OPERATIONS = 1_000_000;

    private record Held(Permit permit, String reference) {}

    private final HandClock clock = new HandClock();
    private final ReferenceBreaker reference = new ReferenceBreaker();
    private final List<Held> held = new ArrayList<>();
    private CircuitBreaker breaker = new CircuitBreaker(BreakerSettings.DEFAULT, clock, clock::nanos);
    private long millis;

    @Test
    void behavesAsTheReferenceThroughAMillionOperations() {
        Random random = new Random(20_261_120);
        Map<BreakerState, Integer> seen = new EnumMap<>(BreakerState.class);
        for (int i = 0; i < OPERATIONS; i++) {
            step(random);
            BreakerState state = breaker.state();
            seen.merge(state, 1, Integer::sum);
            if (state != reference.state) {
                assertThat(state).as("after operation %d", i).isEqualTo(reference.state);
            }
            if (i % 16 == 0) {
                compare(i);
            }
        }
        assertThat(seen).containsOnlyKeys(BreakerState.values());
        assertThat(seen.values()).allMatch(count -> count > OPERATIONS / 100);
    }

    private void step(Random random) {
        int die = random.nextInt(1000);
        if (die < 400) {
            acquire(random.nextInt(8) == 0);
        } else if (die < 840) {
            if (!held.isEmpty()) {
                record(random);
            }
        } else if (die < 870) {
            if (!held.isEmpty()) {
                Held back = held.remove(random.nextInt(held.size()));
                breaker.giveBack(back.permit);
                reference.giveBack(back.reference);
            }
        } else if (die < 985) {
            long passed = random.nextInt(10) == 0 ? random.nextInt(700_000) : random.nextInt(9_000);
            clock.advance(Duration.ofMillis(passed));
            millis += passed;
        } else {
            rareStep(random, die);
        }
    }

    private void rareStep(Random random, int die) {
        if (die < 990) {
            clock.setWall(Duration.ofHours(random.nextInt(-90_000, 90_000)));
        } else if (die < 992) {
            breaker.forceOpen("for maintenance");
            if (reference.state != BreakerState.FORCED_OPEN) {
                reference.move(BreakerState.FORCED_OPEN);
            }
        } else if (die < 997) {
            breaker.reset("by hand");
            reference.reset();
        } else if (reference.state != BreakerState.HALF_OPEN) {
            restart();
        }
    }

    /// A new process: permits of the old one are void.
    private void restart() {
        BreakerSnapshot snapshot = breaker.snapshot();
        breaker = new CircuitBreaker(BreakerSettings.DEFAULT, clock, clock::nanos);
        breaker.restore(snapshot);
        held.clear();
        reference.proven = false;
        reference.epoch++;
    }

    private void acquire(boolean gold) {
        Permit permit = gold ? breaker.tryAcquireProven() : breaker.tryAcquire();
        String expected = reference.acquire(millis, gold);
        String kind = switch (permit) {
            case Permit.Granted _ -> "G";
            case Permit.Probe _ -> "P";
            case Permit.Denied _ -> "D";
        };
        assertThat(kind).isEqualTo(expected.substring(0, 1));
        if (permit.allowed()) {
            held.add(new Held(permit, expected));
        }
    }

    private void record(Random random) {
        Held done = held.remove(random.nextInt(held.size()));
        boolean success = random.nextInt(100) < 55;
        int thousandths = random.nextInt(1001);
        breaker.record(done.permit, new AttemptOutcome(success, thousandths / 1000.0, "RES"));
        reference.record(done.reference, success ? thousandths + 1 : -thousandths - 1, millis);
    }

    private void compare(int operation) {
        BreakerSnapshot snapshot = breaker.snapshot();
        assertThat(snapshot.threshold()).as("threshold after operation %d", operation).isEqualTo(reference.threshold());
        assertThat(snapshot.openCount()).isEqualTo(reference.trips);
        assertThat(snapshot.window()).hasSize(reference.window.size());
        long left = reference.state == BreakerState.OPEN ? Math.max(0, reference.until - millis) : 0;
        assertThat(snapshot.remaining()).isEqualTo(Duration.ofMillis(left));
    }
}
