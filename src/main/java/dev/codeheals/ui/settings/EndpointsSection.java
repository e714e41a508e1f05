package dev.codeheals.ui.settings;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.wiring.StatusEndpoints.Serving;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;

/// The settings of the status endpoints: on or off, the port, and what a program needs to ask.
public final class EndpointsSection extends VBox {
    private static final int LAST_PORT = 65_535;
    private final Ui ui;
    private final EndpointsViewModel model;

    public EndpointsSection(Ui ui, EndpointsViewModel model) {
        this.ui = ui;
        this.model = model;
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("serve-on");
        toggle.setAccessibleText(ui.text("settings.serve"));
        toggle.selectedProperty().bindBidirectional(model.onProperty());
        Label trouble = Parts.paragraph(ui.text("settings.serve.taken"), "negative");
        trouble.setId("serve-trouble");
        model.stateProperty().subscribe(state -> Parts.present(trouble, state.refused()));
        getChildren().add(SettingLine.section(ui, "settings.programs", new SettingLine(ui, "settings.serve", toggle),
                new SettingLine(ui, "settings.serve.port", port()), trouble,
                shown("settings.serve.address", "serve-address", Serving::address), shown("settings.serve.token", "serve-token", Serving::token)));
    }

    private Spinner<Integer> port() {
        Spinner<Integer> spinner = new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(0, LAST_PORT, model.port()));
        spinner.valueProperty().subscribe((_, chosen) -> model.port(chosen));
        spinner.setEditable(true);
        spinner.setPrefWidth(120);
        spinner.setMinWidth(110);
        spinner.setId("serve-port");
        spinner.getEditor().setAccessibleText(ui.text("settings.serve.port"));
        spinner.setAccessibleText(ui.text("settings.serve.port"));
        return spinner;
    }

    /// Something to copy, there only while it is served.
    private SettingLine shown(String key, String id, Function<Serving, String> part) {
        TextField field = new TextField();
        field.setId(id);
        field.setEditable(false);
        field.setPrefWidth(340);
        field.setMinWidth(220);
        field.setAccessibleText(ui.text(key));
        SettingLine line = new SettingLine(ui, key, field);
        model.stateProperty().subscribe(state -> {
            field.setText(state.serving().map(part).orElse(""));
            Parts.present(line, state.serving().isPresent());
        });
        return line;
    }
}
