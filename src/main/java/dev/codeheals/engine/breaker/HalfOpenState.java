package dev.codeheals.engine.breaker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Admits a few probes and decides when all their outcomes are in.
final class HalfOpenState implements State {
    private final CircuitBreaker breaker;
    private final List<AttemptOutcome> outcomes;
    private final Set<Long> underWay = new HashSet<>();

    HalfOpenState(CircuitBreaker breaker, List<AttemptOutcome> outcomes) {
        this.breaker = breaker;
        this.outcomes = new ArrayList<>(outcomes);
    }

    @Override
    public BreakerState name() {
        return BreakerState.HALF_OPEN;
    }

    @Override
    public Permit tryAcquire() {
        if (outcomes.size() + underWay.size() >= breaker.settings().probes()) {
            return new Permit.Denied("The breaker is half open and its probes are still under way.", Duration.ZERO);
        }
        long serial = breaker.nextSerial();
        underWay.add(serial);
        return new Permit.Probe(serial);
    }

    @Override
    public void record(Permit permit, AttemptOutcome outcome) {
        if (permit instanceof Permit.Probe(long serial) && underWay.remove(serial)) {
            outcomes.add(outcome);
            breaker.window().add(outcome);
            decide();
        }
    }

    @Override
    public void giveBack(Permit permit) {
        if (permit instanceof Permit.Probe(long serial)) {
            underWay.remove(serial);
        }
    }

    @Override
    public List<AttemptOutcome> probes() {
        return List.copyOf(outcomes);
    }

    /// Called at the start as well: where one probe is enough, a proven pattern's success has already decided.
    void decide() {
        int probes = breaker.settings().probes();
        if (outcomes.size() < probes) {
            return;
        }
        long failed = outcomes.stream().filter(o -> !o.success()).count();
        double threshold = breaker.window().threshold();
        if ((double) failed / outcomes.size() >= threshold) {
            breaker.open(Sentences.relapsed(failed, probes));
        } else {
            breaker.close(Sentences.recovered(probes - failed, probes));
        }
    }
}
