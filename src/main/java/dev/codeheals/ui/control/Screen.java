package dev.codeheals.ui.control;

import org.kordamp.ikonli.feather.Feather;

/// The screens the sidebar leads to, in its order.
public enum Screen {
    LIVE(Feather.ACTIVITY, 1),
    REVIEW(Feather.CHECK_SQUARE, 2),
    TIMELINE(Feather.CLOCK, 3),
    BREAKER(Feather.ZAP, 4),
    KNOWLEDGE(Feather.BAR_CHART_2, 5),
    PATTERNS(Feather.LAYERS, 6),
    REPORTS(Feather.FILE_TEXT, 7),
    CLASSIFY(Feather.SEARCH, 8),
    SETTINGS(Feather.SETTINGS, 9);

    private final Feather icon;
    private final int digit;

    Screen(Feather icon, int digit) {
        this.icon = icon;
        this.digit = digit;
    }

    public Feather icon() {
        return icon;
    }

    /// The keys that lead there, as JavaFX writes key combinations.
    public String shortcut() {
        return "Shortcut+" + digit;
    }
}
