package dev.codeheals.engine.repair.model;

import java.time.InstantSource;

/// What models cost, summed per day, with hard caps that hold over all processes that share a ledger. Thread-safe.
///
/// A day is a UTC day.
public final class SpendMeter {
    /// Caps in US dollars and requests.
    ///
    /// @param perCall  for one request, by its worst case
    /// @param perDay   for a day
    /// @param requestsPerHour requests in any clock hour
    public record Caps(double perCall, double perDay, int requestsPerHour) {
        public static final Caps DEFAULT = new Caps(0.50, 5.00, 120);
    }

    private static final long MILLIS_PER_HOUR = 3_600_000;
    private static final int HOURS_PER_DAY = 24;

    private final InstantSource clock;
    private final Caps caps;
    private final SpendLedger ledger;

    public SpendMeter(InstantSource clock, Caps caps, SpendLedger ledger) {
        this.clock = clock;
        this.caps = caps;
        this.ledger = ledger;
    }

    /// Throws unless another request of that worst cost fits under every cap.
    ///
    /// @throws ModelFailure of kind BUDGET that says which cap is reached
    public void permit(double worstCost) throws ModelFailure {
        if (worstCost > caps.perCall()) {
            throw refused("This request could cost $%.2f, more than the $%.2f allowed for one request.".formatted(worstCost, caps.perCall()));
        }
        double today = spentToday();
        if (today + worstCost > caps.perDay()) {
            throw refused("Today's budget for models is spent: $%.2f of $%.2f.".formatted(today, caps.perDay()));
        }
        if (requestsLeft() == 0) {
            throw refused("%d requests were sent to models this hour, as many as allowed.".formatted(caps.requestsPerHour()));
        }
    }

    /// Counts what a call took.
    public void charge(int requests, double dollars) {
        if (requests > 0 || dollars > 0) {
            ledger.add(hour(), requests, dollars);
        }
    }

    public double spentToday() {
        return ledger.since(Math.floorDiv(hour(), HOURS_PER_DAY) * HOURS_PER_DAY).dollars();
    }

    /// How many requests are left in this hour.
    public int requestsLeft() {
        return Math.max(0, caps.requestsPerHour() - ledger.since(hour()).requests());
    }

    private static ModelFailure refused(String message) {
        return new ModelFailure(ModelFailure.Kind.BUDGET, message);
    }

    private long hour() {
        return Math.floorDiv(clock.millis(), MILLIS_PER_HOUR);
    }
}
