package dev.codeheals.engine.repair.model;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What models cost, summed per day, with hard caps. Thread-safe.
///
/// A day is a UTC day. What was spent today before this process started is given by the caller.
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

    private final InstantSource clock;
    private final Caps caps;
    private LocalDate day;
    private double today;
    private long hour;
    private int requestsThisHour;

    public SpendMeter(InstantSource clock, Caps caps, double spentToday) {
        this.clock = clock;
        this.caps = caps;
        this.day = today();
        this.today = spentToday;
        this.hour = hour();
    }

    /// Throws unless another request of that worst cost fits under every cap.
    ///
    /// @throws ModelFailure of kind BUDGET that says which cap is reached
    public synchronized void permit(double worstCost) throws ModelFailure {
        roll();
        if (worstCost > caps.perCall()) {
            throw refused("This request could cost $%.2f, more than the $%.2f allowed for one request.".formatted(worstCost, caps.perCall()));
        }
        if (today + worstCost > caps.perDay()) {
            throw refused("Today's budget for models is spent: $%.2f of $%.2f.".formatted(today, caps.perDay()));
        }
        if (requestsThisHour >= caps.requestsPerHour()) {
            throw refused("%d requests were sent to models this hour, as many as allowed.".formatted(requestsThisHour));
        }
    }

    /// Counts what a call took.
    public synchronized void charge(int requests, double dollars) {
        roll();
        today += dollars;
        requestsThisHour += requests;
    }

    public synchronized double spentToday() {
        roll();
        return today;
    }

    /// How many requests are left in this hour.
    public synchronized int requestsLeft() {
        roll();
        return Math.max(0, caps.requestsPerHour() - requestsThisHour);
    }

    private static ModelFailure refused(String message) {
        return new ModelFailure(ModelFailure.Kind.BUDGET, message);
    }

    private void roll() {
        if (!today().equals(day)) {
            day = today();
            today = 0;
        }
        if (hour() != hour) {
            hour = hour();
            requestsThisHour = 0;
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private long hour() {
        return Math.floorDiv(clock.millis(), MILLIS_PER_HOUR);
    }
}
