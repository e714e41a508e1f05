package dev.codeheals.ui.live;

import dev.codeheals.engine.heal.Stage;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The stages of a heal side by side; the one at work stands out.
final class StageStrip extends HBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass SKIPPED = PseudoClass.getPseudoClass("skipped");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    StageStrip(Ui ui, HealBoard board) {
        getStyleClass().add("stage-strip");
        HealBoard.STRIP.forEach(stage -> getChildren().add(cell(ui, board, stage)));
    }

    private static VBox cell(Ui ui, HealBoard board, Stage stage) {
        FontIcon icon = Parts.icon(Feather.CIRCLE);
        Label name = Parts.label(ui.texts().of("stage", stage), "stage-name");
        Label detail = Parts.label("", "stage-detail");
        VBox cell = new VBox(3, Parts.row(6, icon, detail), name);
        Runnable fit = () -> detail.setVisible(detail.prefWidth(-1) < detail.getWidth() + 1);
        detail.widthProperty().subscribe(fit);
        detail.textProperty().subscribe(fit);
        detail.fontProperty().subscribe(fit);
        cell.getStyleClass().add("stage");
        cell.setMinWidth(0);
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setPrefWidth(90);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.setId("stage-" + stage.name());
        Tooltip tip = new Tooltip();
        Tooltip.install(cell, tip);
        board.stage(stage).subscribe(state -> {
            StageState.Progress progress = state.progress();
            cell.pseudoClassStateChanged(ACTIVE, progress == StageState.Progress.ACTIVE);
            cell.pseudoClassStateChanged(DONE, progress == StageState.Progress.DONE);
            cell.pseudoClassStateChanged(SKIPPED, progress == StageState.Progress.SKIPPED);
            cell.pseudoClassStateChanged(FAILED, progress == StageState.Progress.FAILED);
            icon.setIconCode(switch (progress) {
                case AHEAD -> Feather.CIRCLE;
                case ACTIVE -> Feather.LOADER;
                case DONE -> Feather.CHECK_CIRCLE;
                case SKIPPED -> Feather.MINUS_CIRCLE;
                case FAILED -> Feather.X_CIRCLE;
            });
            String words = progress == StageState.Progress.SKIPPED ? ui.text("stage.skipped") : state.detail();
            detail.setText(words);
            tip.setText(ui.texts().of("stage.tip", stage) + (words.isEmpty() ? "" : "\n" + words));
            cell.setAccessibleText(name.getText() + ": " + ui.texts().of("progress", progress) + " " + words);
        });
        return cell;
    }
}
