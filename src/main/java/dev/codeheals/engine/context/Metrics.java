package dev.codeheals.engine.context;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/// How healing goes, in numbers; the same for the desktop, the status endpoints and reports.
///
/// @param heals            heals with at least one envelope
/// @param healed           those with a fix that was proposed or promoted and not taken back
/// @param attempts         envelopes
/// @param attemptsPerHeal  mean over all heals
/// @param meanTimeToHeal   mean over healed ones of the time of all their attempts; zero if none
/// @param withoutModel     healed ones whose fix came from no model
/// @param modelCalls       attempts that asked a model
/// @param waiting          fixes that wait for a person
/// @param confidenceTrend  mean confidence of the newer half of the scored attempts less that of the older half, -1 to 1
/// @param meanConfidence   over scored attempts
/// @param days             by day, oldest first; days without attempts are left out
/// @param families         by family, most attempts first
public record Metrics(long heals, long healed, long attempts, double attemptsPerHeal, Duration meanTimeToHeal, long withoutModel, long modelCalls,
                      long waiting, double confidenceTrend, double meanConfidence, List<Day> days, List<Family> families) {
    public Metrics {
        days = List.copyOf(days);
        families = List.copyOf(families);
    }

    /// Share of heals that healed, 0 to 1; 0 without heals.
    public double successRate() {
        return heals == 0 ? 0 : (double) healed / heals;
    }

    /// Share of healed ones that needed no model.
    public double shareWithoutModel() {
        return healed == 0 ? 0 : (double) withoutModel / healed;
    }

    /// @param timeByPattern mean time of the day's heals by a proven pattern; zero if there were none
    /// @param timeOtherwise of those that were healed otherwise
    public record Day(LocalDate day, long heals, long healed, double meanConfidence, Duration timeByPattern, Duration timeOtherwise) {}

    public record Family(String family, long heals, long healed) {}
}
