package dev.codeheals.ui.project;

import dev.codeheals.project.ProjectSettings;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first screen: open a folder, try the sample, or go back to a project.
public final class WelcomeView extends StackPane {
    private static final int SHOWN = 6;

    public WelcomeView(Ui ui, Workspace workspace, FolderRequests requests) {
        getStyleClass().add("welcome");
        Button open = Parts.button(ui.text("welcome.open"), requests.chooseFolder(), "accent", "large");
        open.setGraphic(Parts.icon(Feather.FOLDER));
        open.setId("welcome-open");
        Button sample = Parts.button(ui.text("welcome.sample"), requests.trySample(), "large");
        sample.setGraphic(Parts.icon(Feather.PLAY));
        sample.setId("welcome-sample");
        HBox marks = Parts.row(10, new Mark(ui.texts(), MarkKind.ROLLBACK), new Mark(ui.texts(), MarkKind.RETRY),
                new Mark(ui.texts(), MarkKind.WAITING), new Mark(ui.texts(), MarkKind.PROMOTE));
        marks.setAlignment(Pos.CENTER_LEFT);
        marks.getStyleClass().add("welcome-marks");
        Label trouble = Parts.paragraph("", "negative");
        trouble.setId("welcome-trouble");
        workspace.troubleProperty().subscribe(t -> {
            trouble.setText(t == Workspace.Trouble.NONE ? "" : ui.texts().of("welcome.trouble", t));
            Parts.present(trouble, t != Workspace.Trouble.NONE);
        });
        VBox recent = recent(ui, workspace);
        VBox column = new VBox(16, marks, Parts.label(ui.text("welcome.title"), "welcome-title"),
                Parts.paragraph(ui.text("welcome.body"), "muted"), Parts.row(12, open, sample),
                Parts.label(ui.text("welcome.drop"), "muted", "small"), trouble, recent);
        column.setMaxSize(520, USE_PREF_SIZE);
        getChildren().add(column);
    }

    private static VBox recent(Ui ui, Workspace workspace) {
        VBox box = new VBox(2);
        Parts.follow(workspace.recent(), () -> {
            box.getChildren().clear();
            if (!workspace.recent().isEmpty()) {
                box.getChildren().add(Parts.label(ui.text("welcome.recent"), "strong"));
            }
            workspace.recent().stream().limit(SHOWN).forEach(settings -> box.getChildren().add(entry(ui, workspace, settings)));
        });
        return box;
    }

    private static Button entry(Ui ui, Workspace workspace, ProjectSettings settings) {
        Path name = settings.root().getFileName();
        String title = name == null ? settings.root().toString() : name.toString();
        Label path = Parts.label(settings.root().toString(), "muted", "small");
        path.setMinWidth(0);
        path.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        HBox row = Parts.row(10, Parts.icon(Feather.FOLDER), Parts.label(title, "strong"), path, Parts.spacer(), ui.ago(settings.openedAt()));
        return Parts.lineButton(row, () -> workspace.open(settings.root(), _ -> {}), title);
    }
}
