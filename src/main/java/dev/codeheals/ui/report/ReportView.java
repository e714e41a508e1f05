package dev.codeheals.ui.report;

import dev.codeheals.report.ReportFormat;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.io.File;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Choose what and how, see it, save it.
public final class ReportView extends BorderPane {
    private final Ui ui;
    private final ReportViewModel model;

    /// @param showDocument opens an address in the program the user has for it
    public ReportView(Ui ui, ReportViewModel model, Consumer<String> showDocument) {
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("report", "screen");
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(32, 32);
        busy.visibleProperty().bind(model.busyProperty());
        VBox head = new VBox(12, Parts.row(8, Parts.label(ui.text("screen.REPORTS"), "page-title"), Parts.spacer(), lookButton(showDocument), saveButton()),
                choices(), saved(), kind());
        head.getStyleClass().add("report-head");
        setTop(head);
        setCenter(new StackPane(preview(), busy));
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.refresh();
            }
        });
    }

    private HBox choices() {
        ComboBox<ReportFormat> format = choice("report.format", ReportFormat.values(), model.formatProperty());
        format.setId("report-format");
        ComboBox<Period> period = choice("report.period", Period.values(), model.periodProperty());
        CheckBox only = new CheckBox(ui.text("report.onlyProject"));
        only.selectedProperty().bindBidirectional(model.onlyProjectProperty());
        only.selectedProperty().subscribe(_ -> model.refresh());
        return Parts.row(12, Parts.label(ui.text("report.period"), "muted"), period, Parts.label(ui.text("report.format"), "muted"), format, only);
    }

    private Button saveButton() {
        Button save = Parts.button(ui.text("report.save"), this::save, "accent");
        save.setGraphic(Parts.icon(Feather.DOWNLOAD));
        save.disableProperty().bind(model.busyProperty());
        return save;
    }

    private Button lookButton(Consumer<String> showDocument) {
        Button look = Parts.button("", () -> model.look(showDocument));
        look.setId("report-look");
        look.setGraphic(Parts.icon(Feather.EXTERNAL_LINK));
        look.disableProperty().bind(model.busyProperty());
        model.formatProperty().subscribe(chosen -> {
            Parts.present(look, model.forEyes());
            look.setText(ui.text(chosen == ReportFormat.PDF ? "report.look.pdf" : "report.look"));
        });
        return look;
    }

    private Label kind() {
        Label kind = Parts.label("", "strong");
        kind.setId("report-kind");
        model.formatProperty().subscribe(_ -> kind.setText(ui.text(model.forEyes() ? "report.preview.text" : "report.preview")));
        return kind;
    }

    private Label saved() {
        Label saved = Parts.paragraph("");
        model.savedProperty().subscribe(result -> {
            Parts.present(saved, result != null);
            saved.setText(result == null ? "" : result.problem().isEmpty() ? ui.text("report.saved", result.target())
                    : ui.text("report.failed", result.problem()));
        });
        return saved;
    }

    private TextArea preview() {
        TextArea preview = new TextArea();
        preview.setId("report-preview");
        preview.setEditable(false);
        preview.getStyleClass().add("code-small");
        preview.setAccessibleText(ui.text("report.preview"));
        preview.textProperty().bind(model.previewProperty());
        return preview;
    }

    private <T extends Enum<T>> ComboBox<T> choice(String key, T[] values, ObjectProperty<T> property) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().addAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : ui.texts().of(key, value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.valueProperty().bindBidirectional(property);
        box.valueProperty().subscribe(_ -> model.refresh());
        box.setAccessibleText(ui.text(key));
        return box;
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(ui.text("report.save"));
        chooser.setInitialFileName(model.suggestedName());
        File target = chooser.showSaveDialog(getScene().getWindow());
        if (target != null) {
            model.save(target.toPath());
        }
    }
}
