package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.ui.control.ConfidenceBar;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where the confidence comes from: its signals, the history behind it, the sentence of the scorer.
final class WhyTab extends VBox {
    private final Ui ui;

    WhyTab(Ui ui, ReviewViewModel model) {
        super(12);
        this.ui = ui;
        getStyleClass().add("tab-body");
        model.currentProperty().subscribe(this::show);
    }

    private void show(@Nullable Envelope envelope) {
        getChildren().clear();
        if (envelope == null) {
            return;
        }
        Confidence confidence = envelope.confidence();
        ConfidenceBar bar = new ConfidenceBar(ui.texts());
        bar.show(confidence);
        getChildren().addAll(bar, Parts.paragraph(envelope.reason()));
        if (confidence == null) {
            return;
        }
        getChildren().add(Parts.paragraph(confidence.why(), "muted"));
        GridPane signals = new GridPane(12, 8);
        signal(signals, "why.syntax", confidence.syntax());
        signal(signals, "why.semantic", confidence.semantic());
        signal(signals, "why.difficulty", confidence.difficulty());
        Double selfReported = confidence.selfReported();
        if (selfReported != null) {
            signal(signals, "why.selfReported", selfReported);
        }
        String history = confidence.enoughHistory() ? ui.text("confidence.full", confidence.sampleSize())
                : ui.text("confidence.hollow", confidence.sampleSize());
        getChildren().addAll(signals, Parts.paragraph(history, "muted"), Parts.paragraph(ui.text("why.source", envelope.source()), "muted"));
    }

    private void signal(GridPane grid, String key, double value) {
        ProgressBar bar = new ProgressBar(value);
        bar.setPrefWidth(110);
        bar.setMaxHeight(6);
        bar.setAccessibleText(ui.text(key));
        grid.addRow(grid.getRowCount(), Parts.label(ui.text(key)), bar, Parts.label(Certainty.digits(value), "strong"));
    }
}
