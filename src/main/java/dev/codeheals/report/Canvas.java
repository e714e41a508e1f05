package dev.codeheals.report;

import java.io.IOException;

/// Where a chart is drawn: a page of a web document or of a PDF. The origin is the upper left corner.
interface Canvas {
    /// What a colour stands for; each canvas knows its own shades.
    enum Tone { GOOD, BAD, ACCENT, GRID, MUTED }

    /// Where a text stands relative to its point.
    enum Anchor { START, MIDDLE, END }

    /// @param hint what it shows, for those who point at it; empty for none
    void bar(double x, double y, double width, double height, Tone tone, String hint) throws IOException;

    /// @param points x and y in turn
    void line(double[] points, Tone tone) throws IOException;

    void dot(double x, double y, double radius, Tone tone, String hint) throws IOException;

    void text(double x, double y, String text, Anchor anchor) throws IOException;
}
