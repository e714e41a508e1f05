package dev.codeheals.engine.score;

import java.util.List;

/// How measured outcomes move the weights of the signals: `a · x + b` over the log odds `x` that the old weights gave, so all weights are
/// scaled by `a` and the bias becomes `a · bias + b`. Fitted as {@link FamilyCalibration} is: Platt's map with priors `a ~ N(1, 0.4)`,
/// `b ~ N(0, 1)`; with few outcomes the weights hardly move.
public final class WeightFit {
    private final FamilyCalibration.Line line;

    private WeightFit(FamilyCalibration.Line line) {
        this.line = line;
    }

    /// A fix whose correctness is known.
    ///
    /// @param raw the probability before any calibration
    public record Outcome(double raw, boolean right) {}

    public static WeightFit of(List<Outcome> outcomes) {
        return new WeightFit(FamilyCalibration.line(outcomes, true));
    }

    public Priors.Weights apply(Priors.Weights old) {
        double a = line.slope();
        return new Priors.Weights(a * old.bias() + line.shift(), a * old.base(), a * old.syntax(), a * old.semantic(), a * old.difficulty(),
                a * old.selfReported());
    }
}
