package dev.codeheals.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A question with two answers, shown as a sheet: what happens, what it means, what to do.
public final class Question extends VBox {
    /// @param overlay where it is shown; closed by either answer
    /// @param yes     what the affirming button says; it does {@code action}
    /// @param style   of the affirming button: {@code accent} or {@code danger}
    public Question(Ui ui, Overlay overlay, String title, String body, String yes, String style, Runnable action) {
        super(16);
        getStyleClass().add("question");
        Button no = Parts.button(ui.text("question.cancel"), overlay::close);
        no.setCancelButton(true);
        Button confirm = Parts.button(yes, () -> {
            overlay.close();
            action.run();
        }, style);
        confirm.setId("question-yes");
        HBox buttons = Parts.row(8, Parts.spacer(), no, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Parts.label(title, "heading"), Parts.paragraph(body), buttons);
        setPrefWidth(460);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                no.requestFocus();
            }
        });
        setFocusTraversable(false);
    }
}
