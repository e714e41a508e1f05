package dev.codeheals.engine.heal;

import java.time.Duration;

/// What one heal may spend.
///
/// @param wallTime   of the whole heal
/// @param searchTime of all searches together
/// @param attempts   envelopes
/// @param steps      bugs healed one after the other
/// @param modelCalls to a language model
public record HealBudget(Duration wallTime, Duration searchTime, int attempts, int steps, int modelCalls) {
    public static final HealBudget STANDARD = new HealBudget(Duration.ofSeconds(60), Duration.ofSeconds(25), 24, 12, 4);

    /// The same with another wall time; a search may take at most half of it.
    public HealBudget withWallTime(Duration time) {
        Duration half = time.dividedBy(2);
        return new HealBudget(time, half.compareTo(searchTime) < 0 ? half : searchTime, attempts, steps, modelCalls);
    }
}
