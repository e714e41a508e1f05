package dev.codeheals.report;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Fills pages from top to bottom and begins new ones as needed.
final class PdfPages implements AutoCloseable {
    static final Color INK = new Color(0x1f2328);
    static final Color MUTED = new Color(0x59636e);
    private static final Color RULE = new Color(0xd1d9e0);
    private static final float MARGIN = 48;
    private static final float LEADING = 1.35f;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

    private final PDDocument document;
    private final PdfTypeface regular;
    private final PdfTypeface strong;
    private final PdfTypeface mono;
    private @Nullable PDPageContentStream page;
    private float y;

    PdfPages(PDDocument document) throws IOException {
        this.document = document;
        this.regular = PdfTypeface.load(document, "Roboto-Regular.ttf");
        this.strong = PdfTypeface.load(document, "Roboto-Medium.ttf");
        this.mono = PdfTypeface.load(document, "JetBrainsMono-Regular.ttf");
    }

    /// @param share of the width that a column takes; all together 1
    record Cell(String text, float share) {}

    void heading(String text, int level) throws IOException {
        float size = level == 1 ? 18 : level == 2 ? 13 : 10.5f;
        need(size * 4);
        y -= level == 1 ? 0 : size * 0.7f;
        lines(strong, text, size, INK, 0, WIDTH);
        y -= 2;
    }

    void paragraph(String text, Color color) throws IOException {
        lines(regular, text, 9.5f, color, 0, WIDTH);
    }

    /// A name at the left and what it says beside it.
    void fact(String name, String text) throws IOException {
        if (text.isBlank()) {
            return;
        }
        need(13);
        float top = y;
        lines(regular, name, 8.5f, MUTED, 0, 80);
        y = top;
        lines(regular, text, 8.5f, INK, 84, WIDTH - 84);
    }

    void gap(float points) {
        y -= points;
    }

    void row(List<Cell> cells, boolean head) throws IOException {
        PdfTypeface face = head ? strong : regular;
        float size = 8;
        List<List<String>> wrapped = cells.stream().map(c -> face.wrapped(face.showable(c.text()), size, WIDTH * c.share() - 6)).toList();
        int most = Math.min(4, wrapped.stream().mapToInt(List::size).max().orElse(1));
        need(most * size * LEADING + 4);
        float top = y - size;
        float x = 0;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = wrapped.get(i);
            for (int line = 0; line < Math.min(most, lines.size()); line++) {
                String text = line == 3 && lines.size() > 4 ? lines.get(line) + " …" : lines.get(line);
                write(face, text, size, head ? MUTED : INK, MARGIN + x, top - line * size * LEADING);
            }
            x += WIDTH * cells.get(i).share();
        }
        y -= most * size * LEADING + 3;
        rule();
    }

    private void rule() throws IOException {
        PDPageContentStream out = page();
        out.setStrokingColor(RULE);
        out.setLineWidth(0.5f);
        out.moveTo(MARGIN, y);
        out.lineTo(MARGIN + WIDTH, y);
        out.stroke();
        y -= 1.5f;
    }

    /// A line of code on a ground of that colour; null for none.
    void code(String text, Color color, @Nullable Color ground) throws IOException {
        float size = 7.5f;
        for (String line : mono.wrapped(mono.showable(text), size, WIDTH - 8)) {
            need(size * LEADING);
            if (ground != null) {
                page().setNonStrokingColor(ground);
                page().addRect(MARGIN, y - size * LEADING, WIDTH, size * LEADING);
                page().fill();
            }
            write(mono, line, size, color, MARGIN + 4, y - size);
            y -= size * LEADING;
        }
    }

    void chart(Chart chart, Report report) throws IOException {
        float scale = Math.min(1, WIDTH / chart.width());
        float height = chart.height(report) * scale;
        need(height + 60);
        heading(chart.title(), 2);
        chart.draw(report, new PdfCanvas(page(), regular, MARGIN, y, scale));
        y -= height + 4;
        lines(regular, chart.words(report), 8.5f, MUTED, 0, WIDTH);
    }

    private void lines(PdfTypeface face, String text, float size, Color color, float indent, float room) throws IOException {
        for (String part : text.split("\n", -1)) {
            for (String line : face.wrapped(face.showable(part), size, room)) {
                need(size * LEADING);
                write(face, line, size, color, MARGIN + indent, y - size);
                y -= size * LEADING;
            }
        }
    }

    private void write(PdfTypeface face, String showable, float size, Color color, float x, float baseline) throws IOException {
        if (showable.isBlank()) {
            return;
        }
        PDPageContentStream out = page();
        out.beginText();
        out.setFont(face.font(), size);
        out.setNonStrokingColor(color);
        out.newLineAtOffset(x, baseline);
        out.showText(showable);
        out.endText();
    }

    private void need(float points) throws IOException {
        if (page == null || y - points < MARGIN) {
            next();
        }
    }

    private void next() throws IOException {
        close();
        PDPage added = new PDPage(PDRectangle.A4);
        document.addPage(added);
        page = new PDPageContentStream(document, added);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private PDPageContentStream page() throws IOException {
        if (page == null) {
            next();
        }
        return Objects.requireNonNull(page);
    }

    /// Ends the last page and numbers all of them.
    void number(String title) throws IOException {
        close();
        int total = document.getNumberOfPages();
        for (int i = 0; i < total; i++) {
            try (PDPageContentStream out = new PDPageContentStream(document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                page = out;
                String number = "Page " + (i + 1) + " of " + total;
                write(regular, regular.showable(title), 8, MUTED, MARGIN, 26);
                write(regular, number, 8, MUTED, MARGIN + WIDTH - regular.width(number, 8), 26);
                page = null;
            }
        }
    }

    @Override
    public void close() throws IOException {
        PDPageContentStream open = page;
        page = null;
        if (open != null) {
            open.close();
        }
    }
}
