package dev.codeheals.ui.review;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.ui.control.ConfidenceBar;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;

/// Where the confidence comes from: its signals, the history behind it, the sentence of the scorer.
record WhyTab(Ui ui) {

    List<Node> of(Envelope envelope) {
        Confidence confidence = envelope.confidence();
        ConfidenceBar bar = new ConfidenceBar(ui.texts());
        bar.show(confidence);
        Label reason = Parts.paragraph(envelope.reason());
        return confidence == null ? List.of(bar, reason)
                : List.of(bar, reason, Parts.paragraph(confidence.why(), "muted"), signals(confidence), Parts.paragraph(history(confidence), "muted"),
                        Parts.paragraph(ui.text("why.source", envelope.source()), "muted"));
    }

    private GridPane signals(Confidence confidence) {
        GridPane signals = new GridPane(12, 8);
        signal(signals, "why.syntax", confidence.syntax());
        signal(signals, "why.semantic", confidence.semantic());
        signal(signals, "why.difficulty", confidence.difficulty());
        Double selfReported = confidence.selfReported();
        if (selfReported != null) {
            signal(signals, "why.selfReported", selfReported);
        }
        return signals;
    }

    private String history(Confidence confidence) {
        return ui.text(confidence.enoughHistory() ? "confidence.full" : "confidence.hollow", confidence.sampleSize());
    }

    private void signal(GridPane grid, String key, double value) {
        ProgressBar bar = new ProgressBar(value);
        bar.setPrefWidth(110);
        bar.setMaxHeight(6);
        bar.setAccessibleText(ui.text(key));
        grid.addRow(grid.getRowCount(), Parts.label(ui.text(key)), bar, Parts.label(Certainty.digits(value), "strong"));
    }
}
