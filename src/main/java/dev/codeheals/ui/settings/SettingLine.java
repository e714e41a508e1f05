package dev.codeheals.ui.settings;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One setting: its name and what it does at the left, its control at the right.
final class SettingLine extends HBox {
    /// @param key text key of the name; {@code key.words} says what it does
    SettingLine(Ui ui, String key, Node control) {
        super(24);
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label explained = Parts.paragraph(ui.text(key + ".words"), "muted");
        VBox names = new VBox(2, Parts.label(ui.text(key), "strong"), explained);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMinWidth(0);
        getChildren().addAll(names, control);
    }

    /// Lines in a card under a heading.
    static VBox section(Ui ui, String key, Node... lines) {
        VBox box = new VBox(16, lines);
        box.getStyleClass().add("card");
        return Parts.column(8, Parts.label(ui.text(key), "heading"), box);
    }
}
