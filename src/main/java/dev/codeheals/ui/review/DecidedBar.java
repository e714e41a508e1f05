package dev.codeheals.ui.review;

import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How the last decision went, with the way back. It stands still: nothing in this program slides or fades.
final class DecidedBar extends HBox {
    private final Ui ui;
    private final ReviewViewModel model;
    private final Label words = Parts.paragraph("");
    private final Button back = Parts.button("", this::back, "flat", "accent");
    private boolean undone;

    DecidedBar(Ui ui, ReviewViewModel model) {
        super(8);
        this.ui = ui;
        this.model = model;
        getStyleClass().addAll("notice", "decided");
        setAlignment(Pos.CENTER_LEFT);
        words.setId("review-decided-words");
        back.setId("review-decided-back");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(words, back, Parts.iconButton(Feather.X, ui.text("toast.close"), () -> Parts.present(this, false)));
        model.lastDecisionProperty().subscribe(this::tell);
    }

    private void tell(ReviewViewModel.@Nullable Decided decided) {
        Parts.present(this, decided != null);
        if (decided != null) {
            undone = decided.undone();
            words.setText(decided.result().message());
            back.setText(ui.text(undone ? "review.redo" : "review.undo"));
            Parts.present(back, decided.result().done());
        }
    }

    private void back() {
        Parts.present(this, false);
        if (undone) {
            model.redo();
        } else {
            model.undo();
        }
    }
}
