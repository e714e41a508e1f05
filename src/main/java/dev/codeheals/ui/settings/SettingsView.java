package dev.codeheals.ui.settings;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.OpenProject;
import dev.codeheals.ui.theme.Appearance;
import dev.codeheals.ui.theme.ThemeChoice;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.ToggleSwitch;

/// The settings, one section a subject; each takes effect at once.
public final class SettingsView extends BorderPane {
    private final Ui ui;
    private final SettingsViewModel model;

    /// @param model  what can be chosen
    /// @param ofTheProgram the sections that are the same for every project
    public SettingsView(Ui ui, SettingsViewModel model, Node ofTheProgram) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("settings");
        VBox column = new VBox(24, Parts.label(ui.text("screen.SETTINGS"), "page-title"), appearance());
        OpenProject project = model.project();
        if (project != null) {
            column.getChildren().add(project(project));
        }
        column.getChildren().add(ofTheProgram);
        column.getStyleClass().add("screen");
        column.setMaxWidth(760);
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    private VBox appearance() {
        Appearance appearance = ui.appearance();
        SegmentedButton themes = new SegmentedButton();
        themes.setToggleGroup(new ToggleGroup());
        for (ThemeChoice choice : ThemeChoice.values()) {
            ToggleButton button = new ToggleButton(ui.texts().of("settings.theme", choice));
            button.setId("theme-" + choice.name());
            button.setOnAction(_ -> {
                appearance.choiceProperty().set(choice);
                button.setSelected(true);
            });
            appearance.choiceProperty().subscribe(now -> button.setSelected(now == choice));
            themes.getButtons().add(button);
        }
        Slider zoom = new Slider(Appearance.SMALLEST_ZOOM, Appearance.LARGEST_ZOOM, appearance.zoomProperty().get());
        zoom.setBlockIncrement(0.125);
        zoom.setPrefWidth(220);
        zoom.setAccessibleText(ui.text("settings.zoom"));
        zoom.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                appearance.zoomTo(zoom.getValue());
            }
        });
        zoom.valueProperty().subscribe(value -> {
            if (!zoom.isValueChanging()) {
                appearance.zoomTo(value.doubleValue());
            }
        });
        Label percent = Parts.label("", "muted");
        appearance.zoomProperty().subscribe(value -> {
            percent.setText(Math.round(value.doubleValue() * 100) + " %");
            zoom.setValue(value.doubleValue());
        });
        return SettingLine.section(ui, "settings.appearance", new SettingLine(ui, "settings.theme", themes),
                new SettingLine(ui, "settings.zoom", Parts.row(8, zoom, percent)),
                new SettingLine(ui, "settings.language", language()),
                new SettingLine(ui, "settings.editor", editor()),
                new SettingLine(ui, "settings.notify", toggle("settings.notify", model.notifyProperty())));
    }

    private TextField editor() {
        TextField editor = new TextField();
        editor.setId("settings-editor");
        editor.setPromptText("code --goto {file}:{line}");
        editor.setPrefWidth(320);
        editor.setAccessibleText(ui.text("settings.editor"));
        editor.textProperty().bindBidirectional(model.editorProperty());
        return editor;
    }

    private ComboBox<Locale> language() {
        ComboBox<Locale> box = new ComboBox<>();
        box.getItems().addAll(model.languages());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Locale locale) {
                return locale == null ? "" : locale.getDisplayLanguage(locale);
            }

            @Override
            public Locale fromString(String text) {
                return Locale.forLanguageTag(text);
            }
        });
        box.setId("settings-language");
        box.setAccessibleText(ui.text("settings.language"));
        box.valueProperty().bindBidirectional(model.languageProperty());
        return box;
    }

    private VBox project(OpenProject project) {
        TextField interpreter = new TextField();
        project.settingsProperty().subscribe(settings -> interpreter.setText(settings.interpreter() == null ? "" : settings.interpreter()));
        project.interpreterProperty().subscribe(found -> interpreter.setPromptText(found.map(p -> p.executable().toString()).orElse("python3")));
        interpreter.setOnAction(_ -> model.interpreter(interpreter.getText()));
        interpreter.setPrefWidth(320);
        interpreter.setAccessibleText(ui.text("settings.interpreter"));
        Button distrust = Parts.button(ui.text("settings.distrust"), model::distrust, "danger");
        project.settingsProperty().subscribe(settings -> distrust.setDisable(!settings.trusted()));
        ToggleSwitch auto = toggle("settings.auto", model.autoProperty());
        Label isolation = Parts.badge("", "plain");
        project.isolationProperty().subscribe(level -> {
            auto.setDisable(level == null || !level.allowsAuto());
            isolation.setText(level == null ? "" : ui.texts().of("isolation", level));
        });
        auto.setId("settings-auto");
        return SettingLine.section(ui, "settings.project", new SettingLine(ui, "settings.interpreter", interpreter),
                new SettingLine(ui, "settings.isolation", isolation),
                new SettingLine(ui, "settings.auto", auto),
                new SettingLine(ui, "settings.allowTests", toggle("settings.allowTests", model.allowTestsProperty())),
                new SettingLine(ui, "settings.trust", distrust));
    }

    private ToggleSwitch toggle(String key, BooleanProperty property) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.selectedProperty().bindBidirectional(property);
        toggle.setAccessibleText(ui.text(key));
        return toggle;
    }
}
