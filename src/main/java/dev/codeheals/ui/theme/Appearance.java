package dev.codeheals.ui.theme;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// How everything looks now: theme (chosen or the system's), zoom. Used on the interface thread only.
public final class Appearance {
    public static final double SMALLEST_ZOOM = 0.75;
    public static final double LARGEST_ZOOM = 2.5;
    private static final double STEP = 0.125;
    private static final String SYSTEM_CONTRAST = "Windows.SPI.HighContrast";
    private static final List<String> VIEWS = List.of("control", "shell", "project", "live", "review", "timeline", "breaker", "knowledge",
            "patterns", "classify", "failure", "report", "settings");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final Platform.Preferences system;
    private final List<Scene> scenes = new ArrayList<>();

    public Appearance(Platform.Preferences system) {
        this.system = system;
        choice.subscribe(this::follow);
        system.colorSchemeProperty().subscribe(_ -> follow());
        zoom.subscribe(_ -> scenes.forEach(this::style));
    }

    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /// The theme in use.
    public ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme.get();
    }

    /// 1 is 100 %.
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    public void zoomIn() {
        zoomTo(zoom.get() + STEP);
    }

    public void zoomOut() {
        zoomTo(zoom.get() - STEP);
    }

    public void zoomTo(double factor) {
        zoom.set(Math.clamp(Math.round(factor / STEP) * STEP, SMALLEST_ZOOM, LARGEST_ZOOM));
    }

    /// Light, dark, high contrast and round again.
    public void nextTheme() {
        choice.set(switch (theme.get()) {
            case LIGHT -> ThemeChoice.DARK;
            case DARK -> ThemeChoice.CONTRAST;
            case CONTRAST -> ThemeChoice.LIGHT;
        });
    }

    /// Styles the scene now and whenever the look changes.
    public void dress(Scene scene) {
        scenes.add(scene);
        style(scene);
    }

    private void follow() {
        Theme wanted = switch (choice.get()) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case CONTRAST -> Theme.CONTRAST;
            case SYSTEM -> ofSystem();
        };
        Application.setUserAgentStylesheet(wanted.userAgentStylesheet());
        theme.set(wanted);
        scenes.forEach(this::style);
    }

    private Theme ofSystem() {
        if (Boolean.TRUE.equals(system.get(SYSTEM_CONTRAST))) {
            return Theme.CONTRAST;
        }
        return system.getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private void style(Scene scene) {
        List<String> sheets = new ArrayList<>(theme.get().stylesheets());
        VIEWS.forEach(view -> sheets.add(Stylesheets.url(view)));
        sheets.add(popupZoom());
        scene.getStylesheets().setAll(sheets);
    }

    /// Menus and tips live in windows of their own that the zoom pane does not reach.
    private String popupZoom() {
        String size = String.valueOf(Fonts.SIZE * zoom.get());
        return "data:text/css," + (".context-menu, .tooltip, .combo-box-popup { -fx-font-size: " + size + "px; }").replace(" ", "%20");
    }
}
