package dev.codeheals.engine.context;


/// Numbers and bounded lines for the context texts.
final class Words {
    private Words() {}

    static String percent(long part, long whole) {
        return whole == 0 ? "0 %" : Math.round(100.0 * part / whole) + " %";
    }

    static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    /// One line, cut to a length; what is cut shows as an ellipsis.
    static String line(String text, int most) {
        String flat = text.strip().replaceAll("\\s+", " ");
        return flat.length() <= most ? flat : flat.substring(0, most - 1) + "…";
    }

    /// Whole lines up to a number of chars.
    static String bounded(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf('\n', most - 2);
        return text.substring(0, Math.max(0, end)) + "\n…";
    }
}
