package dev.codeheals.ui.timeline;

/// Where things are on the timeline: lanes above, the plot, the axis, the breaker band beneath.
///
/// @param width  of the whole
/// @param height of the whole
/// @param shown  the stretch of confidence from the plot's bottom to its top
record TimelineGeometry(double width, double height, ConfidenceRange shown) {
    static final double LEFT = 40;
    static final double RIGHT = 12;
    static final double LANE = 4;
    static final double LANES = 5 * LANE + 6;
    static final double AXIS = 22;
    static final double BAND = 10;

    static double laneTop(int lane) {
        return 2 + lane * LANE;
    }

    double plotWidth() {
        return Math.max(1, width - LEFT - RIGHT);
    }

    double plotTop() {
        return LANES + 6;
    }

    double plotBottom() {
        return height - AXIS - BAND - 8;
    }

    double plotHeight() {
        return Math.max(1, plotBottom() - plotTop());
    }

    double x(TimeRange range, double time) {
        return LEFT + range.x(time, plotWidth());
    }

    double y(double confidence) {
        return plotBottom() - Math.clamp(shown.share(confidence), 0, 1) * plotHeight();
    }

    double time(TimeRange range, double x) {
        return range.time(x - LEFT, plotWidth());
    }

    /// The share of the plot's width a pointer is at.
    double share(double x) {
        return Math.clamp((x - LEFT) / plotWidth(), 0, 1);
    }

    /// The share of the plot's height a pointer is at, from below.
    double rise(double y) {
        return Math.clamp((plotBottom() - y) / plotHeight(), 0, 1);
    }

    double bandTop() {
        return height - BAND - 2;
    }
}
