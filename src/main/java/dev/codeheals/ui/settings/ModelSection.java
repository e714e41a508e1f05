package dev.codeheals.ui.settings;

import dev.codeheals.llm.Provider;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/// The settings of the language model: which one, its key, what it may cost, and whether it answers.
public final class ModelSection extends VBox {
    private final Ui ui;
    private final ModelSettingsViewModel model;
    private final BooleanBinding online;

    public ModelSection(Ui ui, ModelSettingsViewModel model) {
        this.ui = ui;
        this.model = model;
        this.online = model.providerProperty().isNotEqualTo(ModelPreferences.OFFLINE);
        TextField address = text("settings.model.address", model.addressProperty());
        address.setId("model-address");
        TextField name = text("settings.model.name", model.nameProperty());
        name.setId("model-name");
        model.providerProperty().subscribe(chosen -> {
            Optional<Provider> provider = Provider.of(chosen);
            address.setPromptText(provider.map(p -> p.home().toString()).orElse(""));
            name.setPromptText(provider.map(Provider::usualModel).filter(n -> !n.isEmpty()).orElse(ui.text("settings.model.name.first")));
        });
        getChildren().add(SettingLine.section(ui, "settings.model", new VBox(10, providers(), offline()),
                shown(new SettingLine(ui, "settings.model.address", address)), shown(new SettingLine(ui, "settings.model.name", name)),
                shown(new SettingLine(ui, "settings.model.key", key())),
                shown(new SettingLine(ui, "settings.model.perHeal", dollars("settings.model.perHeal", model.perHealProperty().get(), model.perHealProperty()::set))),
                shown(new SettingLine(ui, "settings.model.perDay", dollars("settings.model.perDay", model.perDayProperty().get(), model.perDayProperty()::set))),
                shown(new SettingLine(ui, "settings.model.requests", requests())), shown(test())));
    }

    private <T extends Node> T shown(T node) {
        online.subscribe(on -> Parts.present(node, on));
        return node;
    }

    private SegmentedButton providers() {
        SegmentedButton choice = new SegmentedButton();
        choice.setToggleGroup(new ToggleGroup());
        for (String provider : ModelSettingsViewModel.PROVIDERS) {
            ToggleButton button = new ToggleButton(ui.text("settings.model.provider." + provider));
            button.setId("model-" + provider);
            button.setOnAction(_ -> {
                model.providerProperty().set(provider);
                button.setSelected(true);
            });
            model.providerProperty().subscribe(now -> button.setSelected(provider.equals(now)));
            choice.getButtons().add(button);
        }
        return choice;
    }

    private Label offline() {
        Label words = Parts.paragraph("", "muted");
        words.textProperty().bind(Bindings.when(online).then(ui.text("settings.model.online")).otherwise(ui.text("settings.model.words")));
        return words;
    }

    private TextField text(String key, StringProperty property) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(property);
        field.setOnAction(_ -> model.apply());
        field.focusedProperty().subscribe((_, focused) -> {
            if (!focused) {
                model.apply();
            }
        });
        field.setPrefWidth(300);
        field.setMinWidth(220);
        field.setAccessibleText(ui.text(key));
        return field;
    }

    private VBox key() {
        PasswordField field = new PasswordField();
        field.setId("model-key");
        field.setPromptText(ui.text("settings.model.key.prompt"));
        field.setAccessibleText(ui.text("settings.model.key"));
        field.setPrefWidth(212);
        Button keep = Parts.button(ui.text("settings.model.key.keep"), () -> {
            model.keepKey(field.getText());
            field.clear();
        });
        keep.setId("model-key-keep");
        keep.disableProperty().bind(field.textProperty().isEmpty());
        field.setOnAction(_ -> keep.fire());
        Button forget = Parts.button(ui.text("settings.model.key.forget"), () -> model.keepKey(""), "flat", "small");
        Label origin = Parts.label("", "muted", "small");
        origin.setId("model-key-origin");
        model.keyOriginProperty().subscribe(found -> {
            origin.setText(found.map(place -> ui.text("settings.model.key.from", place)).orElse(ui.text("settings.model.key.none")));
            Parts.present(forget, found.isPresent());
        });
        return new VBox(4, Parts.row(8, field, keep), Parts.row(8, origin, forget));
    }

    private Spinner<Double> dollars(String key, double initial, java.util.function.DoubleConsumer set) {
        Spinner<Double> spinner = new Spinner<>(new SpinnerValueFactory.DoubleSpinnerValueFactory(0, 500, initial, 0.25));
        spinner.valueProperty().subscribe((_, value) -> set.accept(value));
        return dressed(spinner, key);
    }

    private Spinner<Integer> requests() {
        Spinner<Integer> spinner = new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, 100, model.requestsProperty().get()));
        spinner.valueProperty().subscribe((_, value) -> model.requestsProperty().set(value));
        return dressed(spinner, "settings.model.requests");
    }

    private <T> Spinner<T> dressed(Spinner<T> spinner, String key) {
        spinner.setEditable(true);
        spinner.setPrefWidth(120);
        spinner.setMinWidth(110);
        spinner.getEditor().setAccessibleText(ui.text(key));
        spinner.setAccessibleText(ui.text(key));
        return spinner;
    }

    private VBox test() {
        Button test = Parts.button(ui.text("settings.model.test"), model::test, "accent");
        test.setId("model-test");
        test.disableProperty().bind(model.testingProperty());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.visibleProperty().bind(model.testingProperty());
        busy.setAccessibleText(ui.text("settings.model.testing"));
        Label result = Parts.paragraph("");
        result.setId("model-result");
        model.reportProperty().subscribe(report -> {
            Parts.present(result, report != null);
            result.setText(report == null ? "" : (report.works() ? "✓ " : "✕ ") + report.message());
            result.getStyleClass().removeAll("positive", "negative");
            result.getStyleClass().add(report != null && report.works() ? "positive" : "negative");
        });
        Label incomplete = Parts.paragraph(ui.text("settings.model.incomplete"), "muted");
        model.completeProperty().subscribe(complete -> Parts.present(incomplete, !complete));
        HBox row = Parts.row(12, test, busy);
        return new VBox(8, row, incomplete, result);
    }
}
