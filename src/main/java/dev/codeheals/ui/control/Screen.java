package dev.codeheals.ui.control;

import org.kordamp.ikonli.feather.Feather;

/// The screens the sidebar leads to, in its order.
public enum Screen {
    LIVE(Feather.ACTIVITY),
    REVIEW(Feather.CHECK_SQUARE),
    TIMELINE(Feather.CLOCK),
    BREAKER(Feather.ZAP),
    KNOWLEDGE(Feather.BAR_CHART_2),
    PATTERNS(Feather.LAYERS),
    REPORTS(Feather.FILE_TEXT),
    CLASSIFY(Feather.SEARCH),
    SETTINGS(Feather.SETTINGS);

    private final Feather icon;

    Screen(Feather icon) {
        this.icon = icon;
    }

    public Feather icon() {
        return icon;
    }
}
