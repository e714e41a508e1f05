package dev.codeheals.ui.theme;

import javafx.scene.paint.Color;

/// The theme's colours for what is painted, not styled (canvas, gauge). The same values as in the stylesheets; a test holds them together.
///
/// @param text     for words
/// @param muted    for secondary words
/// @param line     for hairlines
/// @param surface  behind everything
/// @param raised   behind cards
/// @param accent   for what waits and for the selection
/// @param success  for promoted
/// @param warning  for retried
/// @param danger   for rolled back
public record Palette(Color text, Color muted, Color line, Color surface, Color raised, Color accent, Color success, Color warning,
                      Color danger) {
    private static final Palette LIGHT = of("#24292f", "#57606a", "#d0d7de", "#ffffff", "#f6f8fa", "#0969da", "#1a7f37", "#9a6700", "#cf222e");
    private static final Palette DARK = of("#c9d1d9", "#8b949e", "#30363d", "#0d1117", "#161b22", "#58a6ff", "#3fb950", "#d29922", "#f85149");
    private static final Palette CONTRAST = of("#ffffff", "#e6e6e6", "#b3b3b3", "#000000", "#000000", "#71d5ff", "#4dff88", "#ffd633", "#ff8a80");

    public static Palette of(Theme theme) {
        return switch (theme) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case CONTRAST -> CONTRAST;
        };
    }

    private static Palette of(String text, String muted, String line, String surface, String raised, String accent, String success,
                              String warning, String danger) {
        return new Palette(Color.web(text), Color.web(muted), Color.web(line), Color.web(surface), Color.web(raised), Color.web(accent),
                Color.web(success), Color.web(warning), Color.web(danger));
    }
}
