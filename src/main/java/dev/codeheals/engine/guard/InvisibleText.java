package dev.codeheals.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Characters that make text look like other text: invisible ones, those that turn the direction of writing, control characters.
public final class InvisibleText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private InvisibleText() {}

    /// One such character.
    ///
    /// @param offset    where it stands
    /// @param codePoint which it is
    public record Found(int offset, int codePoint) {
        /// "U+202E RIGHT-TO-LEFT OVERRIDE".
        public String name() {
            String name = Character.getName(codePoint);
            return String.format(Locale.ROOT, "U+%04X %s", codePoint, name == null ? "" : name).strip();
        }
    }

    /// All that stand in a text, in order. Joiners that emoji and scripts such as Persian or Hindi need are left out.
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean lonelyReturn = c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (lonelyReturn || (invisible(c) && !belongs(text, i, c))) {
                found.add(new Found(i, c));
            }
        }
        return found;
    }

    /// The text with every such character spelt out: {@code ‹U+202E›}. What holds none comes back as it is.
    public static String reveal(String text) {
        List<Found> found = find(text);
        if (found.isEmpty()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + found.size() * 8);
        int from = 0;
        for (Found f : found) {
            shown.append(text, from, f.offset()).append(String.format(Locale.ROOT, "‹U+%04X›", f.codePoint()));
            from = f.offset() + Character.charCount(f.codePoint());
        }
        return shown.append(text, from, text.length()).toString();
    }

    /// Whether a character is not seen, or moves what is seen. Tab, line feed and carriage return are not among them.
    static boolean invisible(int c) {
        if (c < 0x7F) {
            return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        }
        return switch (c) {
            case 0x7F, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, 0x2800, 0xFFFC, 0x2028, 0x2029 -> true;
            default -> c >= 0x80 && special(c);
        };
    }

    private static boolean special(int c) {
        int type = Character.getType(c);
        boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
        return selector || type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.PRIVATE_USE || (type == Character.SPACE_SEPARATOR && c != 0x3000);
    }

    // Emoji are joined and coloured by invisible characters, Arabic, Persian and Indic words shaped by them: those are how one writes.
    private static boolean belongs(String text, int at, int c) {
        int before = at == 0 ? 0 : text.codePointBefore(at);
        int next = at + Character.charCount(c);
        int after = next < text.length() ? text.codePointAt(next) : 0;
        if (c == 0xFE0F || c == 0xFE0E) {
            return pictorial(before) || keycap(before);
        }
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            boolean emoji = c == ZERO_WIDTH_JOINER && (pictorial(before) || before == 0xFE0F || isTone(before)) && pictorial(after);
            return emoji || (shaped(before) && shaped(after));
        }
        return false;
    }

    private static boolean pictorial(int c) {
        return Character.isEmoji(c) && c > 0x7F;
    }

    private static boolean keycap(int c) {
        return (c >= '0' && c <= '9') || c == '#' || c == '*';
    }

    private static boolean isTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean shaped(int c) {
        if (!Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case ARABIC, SYRIAC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM, SINHALA, KHMER, MYANMAR,
                 MONGOLIAN -> true;
            default -> false;
        };
    }
}
