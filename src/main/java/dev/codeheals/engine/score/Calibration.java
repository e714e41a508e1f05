package dev.codeheals.engine.score;

import java.util.ArrayList;
import java.util.List;

/// How well predicted probabilities agreed with what happened.
///
/// @param bins  ten of equal width; empty ones are left out
/// @param ece   expected calibration error: mean distance of predicted and observed, weighted by count
/// @param brier mean squared error
/// @param count fixes looked at
public record Calibration(List<Bin> bins, double ece, double brier, int count) {
    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// Fixes with similar predictions.
    ///
    /// @param from      lower edge
    /// @param to        upper edge
    /// @param predicted mean prediction
    /// @param observed  share that was right
    public record Bin(double from, double to, double predicted, double observed, int count) {}

    /// A prediction and what happened.
    public record Prediction(double predicted, boolean right) {}

    public static Calibration ofFixes(List<JudgedFix> fixes) {
        return of(fixes.stream().map(f -> new Prediction(f.predicted(), f.right())).toList());
    }

    public static Calibration of(List<Prediction> predictions) {
        double[] predicted = new double[BINS];
        int[] right = new int[BINS];
        int[] count = new int[BINS];
        double squares = 0;
        for (Prediction p : predictions) {
            int bin = Math.min(BINS - 1, (int) (p.predicted() * BINS));
            predicted[bin] += p.predicted();
            right[bin] += p.right() ? 1 : 0;
            count[bin]++;
            double miss = p.predicted() - (p.right() ? 1 : 0);
            squares += miss * miss;
        }
        List<Bin> bins = new ArrayList<>();
        double distance = 0;
        for (int i = 0; i < BINS; i++) {
            if (count[i] > 0) {
                bins.add(new Bin(i / (double) BINS, (i + 1) / (double) BINS, predicted[i] / count[i], right[i] / (double) count[i], count[i]));
                distance += Math.abs(predicted[i] - right[i]);
            }
        }
        int n = predictions.size();
        return new Calibration(bins, n == 0 ? 0 : distance / n, n == 0 ? 0 : squares / n, n);
    }

    /// Whether there are enough fixes for the numbers to mean something.
    public boolean enough() {
        return count >= Confidence.ENOUGH;
    }
}
