package dev.codeheals.report;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// Draws on a page of a PDF.
final class PdfCanvas implements Canvas {
    private static final float SIZE = 10;

    private final PDPageContentStream out;
    private final PdfTypeface face;
    private final float left;
    private final float top;
    private final float scale;

    /// @param left of the canvas on the page
    /// @param top  of the canvas, counted from the foot of the page
    PdfCanvas(PDPageContentStream out, PdfTypeface face, float left, float top, float scale) {
        this.out = out;
        this.face = face;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    @Override
    public void bar(double x, double y, double width, double height, Tone tone, String hint) throws IOException {
        if (width > 0 && height > 0) {
            out.setNonStrokingColor(color(tone));
            out.addRect(x(x), y(y + height), (float) width * scale, (float) height * scale);
            out.fill();
        }
    }

    @Override
    public void line(double[] points, Tone tone) throws IOException {
        if (points.length < 4) {
            return;
        }
        out.setStrokingColor(color(tone));
        out.setLineWidth(tone == Tone.GRID ? 0.4f : 1);
        out.moveTo(x(points[0]), y(points[1]));
        for (int i = 2; i + 1 < points.length; i += 2) {
            out.lineTo(x(points[i]), y(points[i + 1]));
        }
        out.stroke();
    }

    @Override
    public void dot(double x, double y, double radius, Tone tone, String hint) throws IOException {
        float r = (float) radius * scale;
        float k = r * 0.5523f;
        float cx = x(x);
        float cy = y(y);
        out.setNonStrokingColor(color(tone));
        out.moveTo(cx - r, cy);
        out.curveTo(cx - r, cy + k, cx - k, cy + r, cx, cy + r);
        out.curveTo(cx + k, cy + r, cx + r, cy + k, cx + r, cy);
        out.curveTo(cx + r, cy - k, cx + k, cy - r, cx, cy - r);
        out.curveTo(cx - k, cy - r, cx - r, cy - k, cx - r, cy);
        out.fill();
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor) throws IOException {
        String shown = face.showable(text);
        float width = face.width(shown, SIZE * scale);
        float shift = switch (anchor) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        out.beginText();
        out.setFont(face.font(), SIZE * scale);
        out.setNonStrokingColor(PdfPages.MUTED);
        out.newLineAtOffset(x(x) - shift, y(y));
        out.showText(shown);
        out.endText();
    }

    private float x(double x) {
        return left + (float) x * scale;
    }

    private float y(double y) {
        return top - (float) y * scale;
    }

    private static Color color(Tone tone) {
        return switch (tone) {
            case GOOD -> new Color(0x1a7f37);
            case BAD -> new Color(0xcf222e);
            case ACCENT -> new Color(0x0969da);
            case GRID -> new Color(0xd1d9e0);
            case MUTED -> PdfPages.MUTED;
        };
    }
}
