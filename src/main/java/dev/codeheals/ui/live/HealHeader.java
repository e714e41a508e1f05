package dev.codeheals.ui.live;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.heal.HealResult;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What the last run did, in words, with the way on: open the failure, review the fix, cancel.
final class HealHeader extends VBox {
    private final Ui ui;
    private final LiveViewModel model;
    private final Label title = Parts.label("", "heading");
    private final Label detail = Parts.label("", "code");
    private final Label message = Parts.paragraph("", "muted");

    HealHeader(Ui ui, LiveViewModel model, Navigator navigator) {
        super(4);
        this.ui = ui;
        this.model = model;
        Button cancel = Parts.button(ui.text("live.cancel"), model.project()::cancel);
        cancel.setGraphic(Parts.icon(Feather.X_CIRCLE));
        cancel.setId("live-cancel");
        cancel.visibleProperty().bind(model.project().runningProperty());
        cancel.managedProperty().bind(cancel.visibleProperty());
        Button review = Parts.button(ui.text("live.review"), () -> with(navigator::review), "accent");
        review.setId("live-review");
        Button open = Parts.button(ui.text("live.failure"), () -> with(navigator::failure));
        model.board().resultProperty().subscribe(result -> {
            Parts.present(review, result != null && result.outcome() == HealResult.HealOutcome.PROPOSED && result.best() != null);
            Parts.present(open, result != null && !result.envelopes().isEmpty());
        });
        title.setId("live-title");
        message.setId("live-message");
        HBox top = Parts.row(8, title, Parts.spacer(), open, review, cancel);
        top.setMinHeight(32);
        getChildren().addAll(top, detail, message);
        HealBoard board = model.board();
        board.runProperty().subscribe(_ -> show());
        board.diagnosisProperty().subscribe(_ -> show());
        board.startedAtProperty().subscribe(_ -> show());
        board.resultProperty().subscribe(_ -> show());
        board.waitingProperty().subscribe(_ -> show());
        ui.now().subscribe(_ -> show());
        detail.visibleProperty().bind(Bindings.isNotEmpty(detail.textProperty()));
        detail.managedProperty().bind(detail.visibleProperty());
        message.visibleProperty().bind(Bindings.isNotEmpty(message.textProperty()));
        message.managedProperty().bind(message.visibleProperty());
    }

    private void with(java.util.function.Consumer<String> go) {
        HealResult result = model.board().resultProperty().get();
        if (result != null && !result.envelopes().isEmpty()) {
            Envelope best = result.best() == null ? result.envelopes().getLast() : result.best();
            go.accept(best.envelopeId());
        }
    }

    private void show() {
        HealBoard board = model.board();
        Instant started = board.startedAtProperty().get();
        RunOutcome run = board.runProperty().get();
        if (started == null) {
            title.setText(ui.text("live.idle"));
        } else if (run == null) {
            title.setText(ui.text("live.running"));
        } else {
            title.setText(ui.text(run.passed() ? "live.passed" : "live.failed", ui.times().ago(started, ui.now().getValue())));
        }
        Diagnosis diagnosis = board.diagnosisProperty().get();
        detail.setText(diagnosis == null ? "" : words(diagnosis));
        message.setText(story(board, started));
    }

    private String story(HealBoard board, @org.jspecify.annotations.Nullable Instant started) {
        HealResult result = board.resultProperty().get();
        Instant ended = board.endedAtProperty().get();
        if (!board.waitingProperty().get().isEmpty()) {
            return board.waitingProperty().get();
        }
        if (result == null) {
            return "";
        }
        String took = started == null || ended == null ? "" : " · " + ui.times().span(Duration.between(started, ended));
        return result.message() + took;
    }

    private static String words(Diagnosis diagnosis) {
        String place = diagnosis.file() == null ? "" : "    " + diagnosis.file() + (diagnosis.line() == null ? "" : ":" + diagnosis.line());
        return diagnosis.exceptionType() + ": " + diagnosis.message() + place;
    }
}
