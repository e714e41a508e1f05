package dev.codeheals.ui.timeline;

/// The stretch of time on screen, in milliseconds since the epoch; half open, never empty.
///
/// @param from  at the left edge
/// @param until at the right edge
public record TimeRange(double from, double until) {
    private static final double SHORTEST = 1_000;
    private static final double LONGEST = 20 * 365.25 * 86_400_000;

    public TimeRange {
        if (!(until - from >= SHORTEST)) {
            double middle = (from + until) / 2;
            from = middle - SHORTEST / 2;
            until = middle + SHORTEST / 2;
        }
    }

    public double length() {
        return until - from;
    }

    /// Half the time is 2, twice the time is 0.5; the moment at the anchor (0 left, 1 right) stays where it is.
    public TimeRange zoomed(double factor, double anchor) {
        double length = Math.clamp(length() / factor, SHORTEST, LONGEST);
        double fixed = from + length() * anchor;
        return new TimeRange(fixed - length * anchor, fixed + length * (1 - anchor));
    }

    /// By a share of the length; positive goes to later times.
    public TimeRange moved(double share) {
        return new TimeRange(from + length() * share, until + length() * share);
    }

    public double x(double time, double width) {
        return (time - from) / length() * width;
    }

    public double time(double x, double width) {
        return from + x / width * length();
    }
}
