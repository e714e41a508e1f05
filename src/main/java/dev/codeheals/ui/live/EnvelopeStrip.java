package dev.codeheals.ui.live;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Parts;
import dev.codeheals.ui.control.Ui;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The last attempts as marks in a row; a click opens one.
final class EnvelopeStrip extends HBox {
    private static final double MARK = 19;

    EnvelopeStrip(Ui ui, ObservableList<Envelope> envelopes, Navigator navigator) {
        super(1);
        getStyleClass().add("envelope-strip");
        setMinHeight(24);
        setMinWidth(0);
        setPrefWidth(100);
        Parts.follow(envelopes, () -> fill(ui, envelopes, navigator));
        widthProperty().subscribe(_ -> fill(ui, envelopes, navigator));
    }

    /// The newest that fit.
    private void fill(Ui ui, ObservableList<Envelope> envelopes, Navigator navigator) {
        int fit = (int) Math.clamp(Math.floor((getWidth() + 1) / MARK), 0, envelopes.size());
        getChildren().setAll(envelopes.subList(envelopes.size() - fit, envelopes.size()).stream().map(e -> mark(ui, e, navigator)).toList());
    }

    private static Button mark(Ui ui, Envelope envelope, Navigator navigator) {
        String name = envelope.sealed().diagnosis().clusterId() + ", " + ui.texts().of("mark", MarkKind.of(envelope));
        Button button = Parts.button("", () -> navigator.failure(envelope.envelopeId()), "mark-button");
        button.setGraphic(new Mark(ui.texts(), MarkKind.of(envelope)));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + "\n" + envelope.reason()));
        return button;
    }
}
