package dev.codeheals.engine.breaker;

/// Admits everything and watches the failure rate.
final class ClosedState implements State {
    private final CircuitBreaker breaker;
    private final long firstSerial;

    ClosedState(CircuitBreaker breaker) {
        this.breaker = breaker;
        this.firstSerial = breaker.nextSerial();
    }

    @Override
    public BreakerState name() {
        return BreakerState.CLOSED;
    }

    @Override
    public Permit tryAcquire() {
        return new Permit.Granted(breaker.nextSerial());
    }

    @Override
    public void record(Permit permit, AttemptOutcome outcome) {
        if (!(permit instanceof Permit.Granted(long serial)) || serial < firstSerial) {
            return;
        }
        OutcomeWindow window = breaker.window();
        window.add(outcome);
        if (window.trips()) {
            breaker.open(Sentences.tripped(window));
        }
    }
}
