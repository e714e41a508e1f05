package dev.codeheals.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// An embedded typeface that can write any text: a character it has no glyph for is shown as a box.
final class PdfTypeface {
    private static final int UNKNOWN = '\u25a1';
    private static final int TAB = 4;

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PdfTypeface(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static PdfTypeface load(PDDocument document, String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(PdfTypeface.class.getResourceAsStream("/dev/codeheals/ui/font/" + file), file)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            parsed.setEnableGsub(false); // ligatures cost five times the rest of the page and serve nobody here
            return new PdfTypeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /// The text as this face can show it: one line, tabs as blanks.
    String showable(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 127);
        if (plain) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                shown.repeat(' ', TAB);
            } else {
                shown.appendCodePoint(c >= ' ' && glyphs.getGlyphId(c) != 0 ? c : glyphs.getGlyphId(UNKNOWN) != 0 ? UNKNOWN : '?');
            }
        });
        return shown.toString();
    }

    /// The width of showable text in points.
    float width(String showable, float size) {
        float sum = 0;
        for (int i = 0; i < showable.length(); i += Character.charCount(showable.codePointAt(i))) {
            sum += width(showable.codePointAt(i));
        }
        return sum * size / 1000;
    }

    private float width(int codePoint) {
        return widths.computeIfAbsent(codePoint, c -> {
            try {
                return font.getStringWidth(Character.toString(c));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// Breaks showable text at blanks, and within a word only where it is wider than a line.
    List<String> wrapped(String showable, float size, float room) {
        if (width(showable, size) <= room) {
            return List.of(showable);
        }
        List<String> lines = new ArrayList<>();
        float most = room * 1000 / size;
        int start = 0;
        int blank = -1;
        float used = 0;
        for (int i = 0; i < showable.length(); ) {
            int c = showable.codePointAt(i);
            if (c == ' ') {
                blank = i;
            }
            used += width(c);
            if (used > most && i > start) {
                int end = blank > start ? blank : i;
                lines.add(showable.substring(start, end));
                start = blank > start ? blank + 1 : i;
                i = start;
                blank = -1;
                used = 0;
            } else {
                i += Character.charCount(c);
            }
        }
        lines.add(showable.substring(start));
        return lines;
    }
}
