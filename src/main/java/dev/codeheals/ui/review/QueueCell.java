package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A proposal in the queue: mark, number, what it does; file and age beneath.
final class QueueCell extends ListCell<Envelope> {
    private final Ui ui;
    private final Mark mark;
    private final Label number = Parts.label("", "strong");
    private final Label words = Parts.label("");
    private final Label place = Parts.label("", "muted", "small");
    private final Label age = Parts.label("", "muted", "small");
    private final VBox box;

    QueueCell(Ui ui) {
        this.ui = ui;
        mark = new Mark(ui.texts(), MarkKind.WAITING);
        words.setMinWidth(0);
        place.setMinWidth(0);
        HBox.setHgrow(words, Priority.SOMETIMES);
        age.setMinWidth(USE_PREF_SIZE);
        number.setMinWidth(USE_PREF_SIZE);
        box = new VBox(3, Parts.row(8, mark, number, words), Parts.row(8, place, Parts.spacer(), age));
        box.getStyleClass().add("queue-entry");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Envelope envelope, boolean empty) {
        super.updateItem(envelope, empty);
        setGraphic(empty ? null : box);
        if (envelope != null) {
            mark.show(MarkKind.of(envelope));
            var confidence = envelope.confidence();
            number.setText(confidence == null ? "–" : Certainty.digits(confidence.overall()));
            words.setText(envelope.fixDescription());
            String file = envelope.baseHashes().keySet().stream().sorted().findFirst().orElse(envelope.sealed().diagnosis().family());
            place.setText(file);
            ui.showAgo(age, envelope.createdAt());
            setAccessibleText(number.getText() + " " + words.getText() + ", " + file);
        }
    }
}
