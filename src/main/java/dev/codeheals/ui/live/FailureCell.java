package dev.codeheals.ui.live;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.ConfidenceBar;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One failure in a list: mark, cluster, what was done about it, place, confidence, age.
final class FailureCell extends ListCell<Envelope> {
    private final Ui ui;
    private final Mark mark;
    private final Label cluster = Parts.label("", "code-small");
    private final Label words = Parts.label("");
    private final Label place = Parts.label("", "code-small", "muted");
    private final ConfidenceBar confidence;
    private final Label age = Parts.label("", "muted");
    private final HBox row;

    FailureCell(Ui ui) {
        this.ui = ui;
        mark = new Mark(ui.texts(), MarkKind.RETRY);
        confidence = new ConfidenceBar(ui.texts());
        width(cluster, 190);
        width(place, 150);
        width(age, 70);
        confidence.setMinWidth(100);
        words.setMinWidth(0);
        words.setPrefWidth(100);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = Parts.row(12, mark, cluster, words, place, confidence, age);
        getStyleClass().add("failure-cell");
        setPrefWidth(0);
    }

    private static void width(Label label, double width) {
        label.setMinWidth(width * 0.6);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }

    @Override
    protected void updateItem(@Nullable Envelope envelope, boolean empty) {
        super.updateItem(envelope, empty);
        setGraphic(empty ? null : row);
        if (envelope != null) {
            Diagnosis diagnosis = envelope.sealed().diagnosis();
            mark.show(MarkKind.of(envelope));
            cluster.setText(diagnosis.clusterId());
            words.setText(envelope.fixDescription().isEmpty() ? diagnosis.message() : envelope.fixDescription());
            String file = diagnosis.file();
            place.setText(file == null ? "" : diagnosis.line() == null ? file : file + ":" + diagnosis.line());
            confidence.show(envelope.confidence());
            ui.showAgo(age, envelope.createdAt());
            setAccessibleText(cluster.getText() + ", " + words.getText() + ", " + ui.texts().of("mark", MarkKind.of(envelope)));
        }
    }
}
