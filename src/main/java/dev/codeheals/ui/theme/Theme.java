package dev.codeheals.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;

/// A complete look.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark"),
    /// White and saturated colours on black, thick borders.
    CONTRAST(new PrimerDark().getUserAgentStylesheet(), "contrast");

    private final String userAgentStylesheet;
    private final String name;

    Theme(String userAgentStylesheet, String name) {
        this.userAgentStylesheet = userAgentStylesheet;
        this.name = name;
    }

    public boolean dark() {
        return this != LIGHT;
    }

    public String userAgentStylesheet() {
        return userAgentStylesheet;
    }

    /// What a scene needs beyond the user-agent stylesheet, in order.
    public List<String> stylesheets() {
        return List.of(Stylesheets.url("tokens"), Stylesheets.url(name));
    }
}
