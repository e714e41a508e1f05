package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Finds an action by a few letters and does it.
final class CommandPalette extends VBox {
    private final ShellViewModel model;
    private final Overlay overlay;
    private final TextField query = new TextField();
    private final ListView<Action> found = new ListView<>();

    CommandPalette(Ui ui, ShellViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        getStyleClass().add("palette");
        query.setPromptText(ui.text("palette.prompt"));
        query.setId("palette-query");
        found.setCellFactory(_ -> new ActionCell(ui));
        found.setFixedCellSize(32);
        found.setPrefHeight(32 * 10 + 2);
        found.setPlaceholder(Parts.label(ui.text("palette.nothing"), "muted"));
        found.setFocusTraversable(false);
        found.setOnMouseClicked(_ -> runSelected());
        query.textProperty().subscribe(this::search);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        getChildren().addAll(query, found);
        setPrefWidth(560);
        focusedProperty().subscribe(_ -> query.requestFocus());
    }

    private void search(String text) {
        found.getItems().setAll(model.find(text));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void steer(KeyEvent event) {
        int at = found.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int next = Math.clamp(at + (event.getCode() == KeyCode.DOWN ? 1L : -1L), 0, Math.max(0, found.getItems().size() - 1));
            found.getSelectionModel().select(next);
            found.scrollTo(Math.max(0, next - 8));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
            event.consume();
        }
    }

    private void runSelected() {
        Action action = found.getSelectionModel().getSelectedItem();
        if (action != null) {
            overlay.close();
            action.run().run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {
        private final Ui ui;
        private final Label name = new Label();
        private final Label keys = Parts.label("", "keys");

        ActionCell(Ui ui) {
            this.ui = ui;
            setGraphic(Parts.row(8, name, Parts.spacer(), keys));
        }

        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            boolean shown = !empty && action != null;
            getGraphic().setVisible(shown);
            if (action != null) {
                name.setText(ui.text(action.key()));
                keys.setText(Shortcuts.display(action));
                keys.setVisible(!action.shortcut().isEmpty());
            }
        }
    }
}
