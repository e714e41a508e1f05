package dev.codeheals.engine.score;

import org.jspecify.annotations.Nullable;

/// How probable it is that a fix is correct, and where the number comes from. All values 0 to 1.
///
/// @param syntax       how sound the patch is as code
/// @param semantic     how strongly its verification speaks for it
/// @param difficulty   1 for the easiest failures
/// @param selfReported the model's own number, calibrated; null without a model
/// @param raw          the probability before this user's own outcomes were taken into account; what calibration is fitted on
/// @param overall      the probability
/// @param sampleSize   own outcomes behind the calibration of this family
/// @param why          one sentence
public record Confidence(double syntax, double semantic, double difficulty, @Nullable Double selfReported, double raw, double overall,
                         int sampleSize, String why) {
    /// Outcomes from which on a family's own history counts.
    public static final int ENOUGH = 30;

    public boolean enoughHistory() {
        return sampleSize >= ENOUGH;
    }
}
