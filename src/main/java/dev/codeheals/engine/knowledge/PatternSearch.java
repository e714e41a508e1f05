package dev.codeheals.engine.knowledge;

/// What is looked for in the pattern library, and in which order it is wanted.
///
/// @param text    words that are looked for as beginnings of words; all patterns for none
/// @param family  only this family; all for an empty text
/// @param tag     only what carries this tag, earned or given; all for an empty text
/// @param project only what was first learnt in this project; all for an empty text
public record PatternSearch(String text, String family, String tag, String project, Order order, boolean descending) {
    public static final PatternSearch ALL = of("");

    /// What rows can be ordered by.
    public enum Order {
        /// The best match first; without words the pattern used last.
        BEST, LAST_USED, HELD, AVERAGE, FIX, FAILURE
    }

    public static PatternSearch of(String text) {
        return new PatternSearch(text, "", "", "", Order.BEST, true);
    }

    /// Whether nothing is left out.
    public boolean everything() {
        return text.isBlank() && unfiltered();
    }

    public boolean unfiltered() {
        return family.isEmpty() && tag.isEmpty() && project.isEmpty();
    }

    public PatternSearch ordered(Order by, boolean down) {
        return new PatternSearch(text, family, tag, project, by, down);
    }
}
