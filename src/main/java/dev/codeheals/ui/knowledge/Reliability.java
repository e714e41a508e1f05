package dev.codeheals.ui.knowledge;

import dev.codeheals.engine.envelope.EnvelopeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How well confidence foretold what became of the fixes: predicted against kept, in tenths.
///
/// @param bins  ten, from 0 to 1; empty ones have a count of 0
/// @param count decided fixes behind it
/// @param ece   expected calibration error
/// @param brier mean squared error of the predictions
public record Reliability(List<Bin> bins, int count, double ece, double brier) {
    private static final int BINS = 10;

    /// @param predicted mean confidence
    /// @param kept      share that was kept
    public record Bin(double predicted, double kept, int count) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /// Counts the decided fixes among the rows: kept is promoted or approved, not kept is rejected or undone.
    public static Reliability of(List<EnvelopeRow> rows) {
        double[] sums = new double[BINS];
        int[] kept = new int[BINS];
        int[] counts = new int[BINS];
        double squares = 0;
        for (EnvelopeRow row : rows) {
            Optional<Boolean> outcome = kept(row);
            Double confidence = row.confidence();
            if (outcome.isPresent() && confidence != null) {
                int bin = Math.clamp((int) (confidence * BINS), 0, BINS - 1);
                double real = outcome.get() ? 1 : 0;
                sums[bin] += confidence;
                kept[bin] += (int) real;
                counts[bin]++;
                squares += (confidence - real) * (confidence - real);
            }
        }
        return summed(sums, kept, counts, squares);
    }

    private static Reliability summed(double[] sums, int[] kept, int[] counts, double squares) {
        List<Bin> bins = new ArrayList<>();
        int count = 0;
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            double n = Math.max(1, counts[i]);
            bins.add(new Bin(sums[i] / n, kept[i] / n, counts[i]));
            count += counts[i];
            error += Math.abs(sums[i] - kept[i]);
        }
        return new Reliability(bins, count, error / Math.max(1, count), squares / Math.max(1, count));
    }

    private static Optional<Boolean> kept(EnvelopeRow row) {
        return switch (row.outcome()) {
            case PROMOTED, APPROVED, EDITED -> Optional.of(true);
            case REJECTED, UNDONE -> Optional.of(false);
            case PROPOSED, NOT_HEALED, REFUSED, ABORTED -> Optional.empty();
        };
    }
}
