package dev.codeheals.engine.score;

import java.util.List;

/// Maps raw probabilities of one family to calibrated ones by what became of this user's own fixes.
///
/// Both maps work on log odds and begin at "leave it as it is":
/// - fewer than 30 outcomes: one shift `b`, drawn to 0 by a normal prior of deviation 0.7 (few outcomes hardly move it);
/// - from 30 on: Platt's `a · x + b`, with priors `a ~ N(1, 0.4)`, `b ~ N(0, 1)`.
///
/// The most probable values are found by Newton's method; the posterior is concave, so it has one top.
public final class FamilyCalibration {
    private static final int STEPS = 50;

    private final double slope;
    private final double shift;
    private final int size;

    private FamilyCalibration(double slope, double shift, int size) {
        this.slope = slope;
        this.shift = shift;
        this.size = size;
    }

    public static FamilyCalibration fit(List<JudgedFix> outcomes) {
        List<WeightFit.Outcome> known = outcomes.stream().map(fix -> new WeightFit.Outcome(fix.raw(), fix.right())).toList();
        Line line = line(known, outcomes.size() >= Confidence.ENOUGH);
        return new FamilyCalibration(line.slope(), line.shift(), outcomes.size());
    }

    /// A map of log odds.
    record Line(double slope, double shift) {}

    /// The most probable line.
    ///
    /// @param platt whether the slope may change too
    static Line line(List<WeightFit.Outcome> outcomes, boolean platt) {
        double slopePrecision = platt ? 1 / (0.4 * 0.4) : 1e9;
        double shiftPrecision = platt ? 1 : 1 / (0.7 * 0.7);
        double a = 1;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = slopePrecision * (1 - a);
            double gb = shiftPrecision * -b;
            double haa = slopePrecision;
            double hbb = shiftPrecision;
            double hab = 0;
            for (WeightFit.Outcome fix : outcomes) {
                double x = LogOdds.of(fix.raw());
                double p = LogOdds.probability(a * x + b);
                double miss = (fix.right() ? 1 : 0) - p;
                double weight = p * (1 - p);
                ga += miss * x;
                gb += miss;
                haa += weight * x * x;
                hbb += weight;
                hab += weight * x;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (hbb * ga - hab * gb) / determinant;
            double db = (haa * gb - hab * ga) / determinant;
            double damping = Math.min(1, 2 / Math.max(1e-12, Math.max(Math.abs(da), Math.abs(db))));
            a += damping * da;
            b += damping * db;
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return new Line(Math.max(0, a), b);
    }

    public double apply(double raw) {
        return size == 0 ? raw : LogOdds.probability(slope * LogOdds.of(raw) + shift);
    }

    /// Outcomes behind it.
    public int size() {
        return size;
    }
}
