package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Overlay;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks why a fix is rejected; the reason is negative evidence for the next time.
final class RejectSheet extends VBox {
    private static final List<String> REASONS = List.of("reject.wrongPlace", "reject.hides", "reject.tooMuch", "reject.later");

    RejectSheet(Ui ui, ReviewViewModel model, Overlay overlay) {
        super(16);
        setPrefWidth(460);
        TextField reason = new TextField();
        reason.setPromptText(ui.text("reject.prompt"));
        reason.setId("reject-reason");
        FlowPane common = new FlowPane(8, 8);
        REASONS.forEach(key -> common.getChildren().add(Parts.button(ui.text(key), () -> {
            reason.setText(ui.text(key));
            reason.requestFocus();
        }, "small")));
        Button yes = Parts.button(ui.text("reject.yes"), () -> {
            overlay.close();
            model.reject(reason.getText().isBlank() ? ui.text("reject.none") : reason.getText().strip());
        }, "danger");
        yes.setId("reject-yes");
        reason.setOnAction(_ -> yes.fire());
        getChildren().addAll(Parts.label(ui.text("reject.title"), "heading"), Parts.paragraph(ui.text("reject.body"), "muted"), reason, common,
                Parts.row(8, Parts.spacer(), Parts.button(ui.text("question.cancel"), overlay::close), yes));
        focusedProperty().subscribe(_ -> reason.requestFocus());
    }
}
