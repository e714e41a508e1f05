package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.control.Ui;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One button a screen; the settings apart from the rest.
final class Sidebar extends VBox {
    private static final double NARROW = 1100;
    private final BooleanProperty narrow = new SimpleBooleanProperty();

    Sidebar(Ui ui, ShellViewModel model, Region footer) {
        super(2);
        getStyleClass().add("sidebar");
        ToggleGroup group = new ToggleGroup();
        for (Screen screen : Screen.values()) {
            if (screen == Screen.SETTINGS) {
                getChildren().addAll(footer, Parts.spacer());
            }
            getChildren().add(entry(ui, model, screen, group));
        }
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                ui.appearance().zoomProperty().subscribe(_ -> narrow(scene.getWidth() / ui.appearance().zoomProperty().get(), footer));
                scene.widthProperty().subscribe(width -> narrow(width.doubleValue() / ui.appearance().zoomProperty().get(), footer));
            }
        });
    }

    private void narrow(double width, Region footer) {
        narrow.set(width < NARROW);
        Parts.present(footer, !narrow.get());
        getStyleClass().remove("narrow");
        if (narrow.get()) {
            getStyleClass().add("narrow");
        }
    }

    private ToggleButton entry(Ui ui, ShellViewModel model, Screen screen, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        String name = ui.texts().of("screen", screen);
        Label badge = Parts.label("", "count");
        badge.textProperty().bind(model.badge(screen).asString());
        badge.visibleProperty().bind(model.badge(screen).greaterThan(0));
        badge.managedProperty().bind(badge.visibleProperty());
        Label words = Parts.label(name, "nav-name");
        Region spacer = Parts.spacer();
        narrow.subscribe(on -> {
            Parts.present(words, !on);
            Parts.present(spacer, !on);
        });
        HBox content = Parts.row(10, Parts.icon(screen.icon()), words, spacer, badge);
        content.spacingProperty().bind(Bindings.when(narrow).then(0).otherwise(10));
        button.setGraphic(content);
        content.prefWidthProperty().bind(button.widthProperty().subtract(20));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setId("nav-" + screen.name());
        button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + "  " + KeyCombination.valueOf(screen.shortcut()).getDisplayText()));
        button.setOnAction(_ -> {
            model.screenProperty().set(screen);
            button.setSelected(true);
        });
        model.screenProperty().subscribe(current -> button.setSelected(current == screen));
        return button;
    }
}
