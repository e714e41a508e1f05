package dev.codeheals.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/// Draws as SVG, coloured by the page's style sheet.
final class SvgCanvas implements Canvas {
    private final Markup out;

    private SvgCanvas(Markup out) {
        this.out = out;
    }

    static void draw(Chart chart, Report report, Markup out) {
        out.raw("<svg role=\"img\" viewBox=\"0 0 ").raw(chart.width() + " " + chart.height(report)).raw("\" style=\"max-width:")
                .raw(chart.width() + "px\" aria-label=\"").text(chart.title() + ". " + chart.words(report)).raw("\">");
        try {
            chart.draw(report, new SvgCanvas(out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.raw("</svg>");
    }

    @Override
    public void bar(double x, double y, double width, double height, Tone tone, String hint) {
        if (width > 0 && height > 0) {
            out.raw("<rect x=\"" + n(x) + "\" y=\"" + n(y) + "\" width=\"" + n(width) + "\" height=\"" + n(height) + "\" class=\"" + css(tone) + "\">");
            hint(hint);
            out.raw("</rect>");
        }
    }

    @Override
    public void line(double[] points, Tone tone) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i + 1 < points.length; i += 2) {
            list.append(n(points[i])).append(',').append(n(points[i + 1])).append(' ');
        }
        out.raw("<polyline points=\"" + list.toString().strip() + "\" class=\"" + css(tone) + "\"/>");
    }

    @Override
    public void dot(double x, double y, double radius, Tone tone, String hint) {
        out.raw("<circle cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"" + n(radius) + "\" class=\"" + css(tone) + "\">");
        hint(hint);
        out.raw("</circle>");
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor) {
        out.raw("<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" text-anchor=\"" + anchor.name().toLowerCase(Locale.ROOT) + "\">").text(text).raw("</text>");
    }

    private void hint(String hint) {
        if (!hint.isEmpty()) {
            out.raw("<title>").text(hint).raw("</title>");
        }
    }

    private static String css(Tone tone) {
        return "tone-" + tone.name().toLowerCase(Locale.ROOT);
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
