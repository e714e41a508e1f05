package dev.codeheals.ui.timeline;

import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.ui.control.MarkKind;
import java.util.Comparator;
import java.util.List;

/// Envelopes by time, laid out for painting many thousands a frame. Immutable.
public final class Series {
    public static final Series EMPTY = new Series(List.of());

    private final List<EnvelopeRow> rows;
    private final double[] times;
    private final float[] confidences;
    private final MarkKind[] kinds;

    private Series(List<EnvelopeRow> sorted) {
        rows = sorted;
        times = new double[sorted.size()];
        confidences = new float[times.length];
        kinds = new MarkKind[times.length];
        for (int i = 0; i < times.length; i++) {
            EnvelopeRow row = sorted.get(i);
            times[i] = (double) row.createdAt().toEpochMilli();
            Double confidence = row.confidence();
            confidences[i] = confidence == null ? 0 : confidence.floatValue();
            kinds[i] = MarkKind.of(row.decision(), row.outcome());
        }
    }

    /// In any order.
    public static Series of(List<EnvelopeRow> rows) {
        return rows.isEmpty() ? EMPTY
                : new Series(rows.stream().sorted(Comparator.comparing(EnvelopeRow::createdAt).thenComparingLong(EnvelopeRow::sequence)).toList());
    }

    public int size() {
        return times.length;
    }

    public EnvelopeRow row(int index) {
        return rows.get(index);
    }

    public double time(int index) {
        return times[index];
    }

    public float confidence(int index) {
        return confidences[index];
    }

    public MarkKind kind(int index) {
        return kinds[index];
    }

    /// The first index at or after the time; {@link #size()} if all are earlier.
    public int from(double time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Where the envelope is; -1 if it is not here.
    public int indexOf(String envelopeId) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).envelopeId().equals(envelopeId)) {
                return i;
            }
        }
        return -1;
    }

    /// Rows in the half-open time range, newest first, at most so many.
    public List<EnvelopeRow> between(double start, double end, int limit) {
        int last = from(end);
        int first = Math.max(from(start), last - limit);
        return rows.subList(first, last).reversed();
    }
}
