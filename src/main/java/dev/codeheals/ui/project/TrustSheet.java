package dev.codeheals.ui.project;

import dev.codeheals.engine.run.Isolation;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Asks whether the folder's code may be executed: what will run, with which Python, how it is kept apart.
public final class TrustSheet extends VBox {
    public TrustSheet(Ui ui, OpenProject project, Overlay overlay) {
        super(16);
        getStyleClass().add("trust");
        setPrefWidth(600);
        HBox title = Parts.row(10, Parts.icon(Feather.SHIELD), Parts.label(ui.text("trust.title", project.name()), "heading"));
        ComboBox<String> command = new ComboBox<>(FXCollections.observableArrayList(project.suggestedCommands()));
        Parts.follow(project.suggestedCommands(), () -> command.getItems().setAll(project.suggestedCommands()));
        command.setEditable(true);
        command.getEditor().textProperty().bindBidirectional(project.commandProperty());
        command.setMaxWidth(Double.MAX_VALUE);
        command.getStyleClass().add("command");
        command.setId("trust-command");
        GridPane facts = new GridPane(16, 10);
        GridPane.setHgrow(command, Priority.ALWAYS);
        facts.addRow(0, Parts.label(ui.text("trust.folder"), "muted"), path(project));
        facts.addRow(1, Parts.label(ui.text("trust.command"), "muted"), command);
        facts.addRow(2, Parts.label(ui.text("trust.python"), "muted"), python(ui, project));
        facts.addRow(3, Parts.label(ui.text("trust.isolation"), "muted"), isolation(ui, project));
        RowConstraints tall = new RowConstraints();
        tall.setValignment(VPos.TOP);
        facts.getRowConstraints().addAll(new RowConstraints(), new RowConstraints(), new RowConstraints(), tall);
        CheckBox runNow = new CheckBox(ui.text("trust.runNow"));
        runNow.setSelected(true);
        Button no = Parts.button(ui.text("trust.no"), overlay::close);
        no.setCancelButton(true);
        Button yes = Parts.button(ui.text("trust.yes"), () -> {
            project.trust();
            overlay.close();
            if (runNow.isSelected()) {
                project.run();
            }
        }, "accent");
        yes.setId("trust-yes");
        yes.setDefaultButton(true);
        HBox buttons = Parts.row(8, runNow, Parts.spacer(), no, yes);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, Parts.paragraph(ui.text("trust.body")), facts, buttons);
        focusedProperty().subscribe(_ -> yes.requestFocus());
    }

    private static Label path(OpenProject project) {
        Label path = Parts.label(project.root().toString(), "code-small");
        path.setMaxWidth(430);
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        return path;
    }

    private static Label python(Ui ui, OpenProject project) {
        Label label = Parts.label("");
        project.interpreterProperty().subscribe(found -> label.setText(
                found.map(python -> ui.text("trust.python.found", python.version(), python.executable().toString()))
                        .or(() -> Optional.of(ui.text("trust.python.none"))).orElseThrow()));
        label.setMaxWidth(430);
        return label;
    }

    private static VBox isolation(Ui ui, OpenProject project) {
        VBox box = new VBox(4);
        project.isolationProperty().subscribe(isolation -> box.getChildren().setAll(isolation == null
                ? List.of(Parts.label(ui.text("trust.looking"), "muted")) : words(ui, isolation)));
        return box;
    }

    private static List<Label> words(Ui ui, Isolation isolation) {
        Label words = Parts.paragraph(ui.texts().of("isolation.words", isolation), "muted");
        words.setMaxWidth(430);
        return List.of(Parts.badge(ui.texts().of("isolation", isolation), isolation.allowsAuto() ? "success" : "warning"), words);
    }
}
