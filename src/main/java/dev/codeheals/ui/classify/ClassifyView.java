package dev.codeheals.ui.classify;

import dev.codeheals.ui.control.EmptyState;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.task.Pause;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Paste any output at the left, read what failed at the right.
public final class ClassifyView extends BorderPane {
    private static final Duration PAUSE = Duration.ofMillis(250);

    public ClassifyView(Ui ui, ClassifyViewModel model, Consumer<String> onPlace) {
        getStyleClass().addAll("classify", "screen");
        TextArea input = new TextArea();
        input.setId("classify-input");
        input.setPromptText(ui.text("classify.prompt"));
        input.setAccessibleText(ui.text("classify.prompt"));
        input.getStyleClass().add("code");
        input.textProperty().bindBidirectional(model.textProperty());
        Pause pause = new Pause(PAUSE, model::classify);
        model.textProperty().subscribe(pause::request);
        ListView<Classified> found = found(ui, model);
        Button clear = Parts.button(ui.text("classify.clear"), input::clear);
        VBox.setVgrow(input, Priority.ALWAYS);
        VBox left = new VBox(8, Parts.row(8, Parts.label(ui.text("screen.CLASSIFY"), "page-title"), Parts.spacer(), clear), input, found);
        left.setMinWidth(280);
        left.getStyleClass().add("left-pane");
        ScrollPane scroll = new ScrollPane();
        scroll.setFitToWidth(true);
        EmptyState empty = new EmptyState(ui.texts(), ui.text("classify.empty.title"), ui.text("classify.empty.body"));
        EmptyState nothing = new EmptyState(ui.texts(), ui.text("classify.nothing.title"), ui.text("classify.nothing.body"));
        model.selectedProperty().subscribe(classified -> {
            scroll.setContent(classified == null ? null : new DiagnosisPane(ui, classified, onPlace));
            scroll.setVisible(classified != null);
            empty.setVisible(classified == null && !model.nothingProperty().get());
        });
        model.nothingProperty().subscribe(none -> {
            nothing.setVisible(none);
            empty.setVisible(!none && model.selectedProperty().get() == null);
        });
        SplitPane split = new SplitPane(left, new StackPane(scroll, empty, nothing));
        split.setDividerPositions(0.45);
        setCenter(split);
    }

    private static ListView<Classified> found(Ui ui, ClassifyViewModel model) {
        ListView<Classified> found = new ListView<>(model.found());
        found.setId("classify-found");
        found.setFixedCellSize(28);
        found.setPrefHeight(116);
        found.setMinHeight(60);
        Parts.follow(model.found(), () -> Parts.present(found, model.found().size() > 1));
        found.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Classified item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null ? "" : item.sealed().diagnosis().clusterId() + "   " + item.sealed().diagnosis().message());
            }
        });
        found.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                model.selectedProperty().set(item);
            }
        });
        found.setAccessibleText(ui.text("classify.found"));
        return found;
    }
}
