package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The fix in one sentence, and what can be decided about it.
final class DecisionBar extends HBox {
    private final Ui ui;
    private final Label sentence = Parts.label("");
    private final Button approve;
    private final Button reject;
    private final Button undo;

    /// What the buttons do.
    record Acts(Runnable approve, Runnable reject, Runnable edit, Runnable undo) {}

    DecisionBar(Ui ui, ReviewViewModel model, Acts acts) {
        super(8);
        this.ui = ui;
        getStyleClass().add("decision-bar");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        reject = button("review.reject", "R", acts.reject(), "review-reject");
        Button edit = button("review.edit", "E", acts.edit(), "review-edit");
        undo = button("review.undo", "Shortcut+Z", acts.undo(), "review-undo");
        approve = button("review.approve", "Shortcut+Enter", acts.approve(), "review-approve");
        approve.getStyleClass().add("accent");
        approve.disableProperty().bind(Bindings.createBooleanBinding(() -> !open(model.currentProperty().get()) || model.decidingProperty().get()
                || model.checkProperty().get().busy() || model.checkProperty().get().empty(),
                model.currentProperty(), model.decidingProperty(), model.checkProperty()));
        reject.disableProperty().bind(Bindings.createBooleanBinding(() -> !open(model.currentProperty().get()) || model.decidingProperty().get(),
                model.currentProperty(), model.decidingProperty()));
        edit.disableProperty().bind(reject.disableProperty());
        model.checkProperty().subscribe(check -> approve.setText(ui.text(check.state() == Check.State.FAILED ? "review.approve.anyway" : "review.approve")));
        model.currentProperty().subscribe(this::show);
        ProgressIndicator busy = new ProgressIndicator();
        busy.setId("review-busy");
        busy.setPrefSize(20, 20);
        busy.setMinSize(20, 20);
        busy.setAccessibleText(ui.text("review.deciding"));
        busy.visibleProperty().bind(model.decidingProperty());
        getChildren().addAll(sentence, busy, reject, edit, undo, approve);
    }

    private static boolean open(@Nullable Envelope envelope) {
        return envelope != null && envelope.outcome() == Outcome.PROPOSED;
    }

    private void show(@Nullable Envelope envelope) {
        sentence.setText(envelope == null ? "" : envelope.reason());
        sentence.setTooltip(envelope == null ? null : new Tooltip(envelope.reason()));
    }

    private Button button(String key, String keys, Runnable action, String id) {
        Button button = Parts.button(ui.text(key), action);
        button.setId(id);
        button.setTooltip(new Tooltip(KeyCombination.valueOf(keys).getDisplayText()));
        return button;
    }
}
