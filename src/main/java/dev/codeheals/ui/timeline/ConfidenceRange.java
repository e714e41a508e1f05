package dev.codeheals.ui.timeline;

/// The stretch of confidence on screen; within 0 to 1, never empty.
///
/// @param low  at the plot's bottom
/// @param high at its top
public record ConfidenceRange(double low, double high) {
    public static final ConfidenceRange ALL = new ConfidenceRange(0, 1);
    private static final double SHORTEST = 0.05;

    /// Half the stretch is 2, twice the stretch is 0.5; the confidence at the anchor (0 below, 1 above) stays where it is, if there is room.
    public ConfidenceRange zoomed(double factor, double anchor) {
        double length = Math.clamp((high - low) / factor, SHORTEST, 1);
        double from = Math.clamp(low + (high - low) * anchor - length * anchor, 0, 1 - length);
        return new ConfidenceRange(from, from + length);
    }

    boolean holds(double confidence) {
        return confidence >= low && confidence <= high;
    }

    /// How far up a confidence is; below 0 or above 1 where it is not on screen.
    double share(double confidence) {
        return (confidence - low) / (high - low);
    }
}
