package dev.codeheals.ui.live;

import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.ui.control.Mark;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.Navigator;
import dev.codeheals.ui.control.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The last attempts as marks in a row; a click opens one. Its buttons are kept: made anew, they would be styled anew with each attempt.
final class EnvelopeStrip extends HBox {
    private static final double MARK = 19;
    private final Ui ui;
    private final ObservableList<Envelope> envelopes;
    private final Navigator navigator;
    private final List<Spot> spots = new ArrayList<>();

    EnvelopeStrip(Ui ui, ObservableList<Envelope> envelopes, Navigator navigator) {
        super(1);
        this.ui = ui;
        this.envelopes = envelopes;
        this.navigator = navigator;
        getStyleClass().add("envelope-strip");
        setMinHeight(24);
        setMinWidth(0);
        setPrefWidth(100);
        envelopes.subscribe(this::fill);
        widthProperty().subscribe(_ -> fill());
    }

    /// The newest that fit.
    private void fill() {
        int fit = (int) Math.clamp(Math.floor((getWidth() + 1) / MARK), 0, envelopes.size());
        while (spots.size() < fit) {
            spots.add(new Spot());
        }
        for (int i = 0; i < fit; i++) {
            spots.get(i).show(envelopes.get(envelopes.size() - fit + i));
        }
        if (getChildren().size() != fit) {
            getChildren().setAll(spots.subList(0, fit));
        }
    }

    private final class Spot extends Button {
        private final Mark mark = new Mark(ui.texts(), MarkKind.RETRY);
        private final Tooltip tip = new Tooltip();
        private String shown = "";

        Spot() {
            getStyleClass().add("mark-button");
            setMinWidth(USE_PREF_SIZE);
            setGraphic(mark);
            setTooltip(tip);
        }

        void show(Envelope envelope) {
            MarkKind kind = MarkKind.of(envelope);
            String name = envelope.sealed().diagnosis().clusterId() + ", " + ui.texts().of("mark", kind);
            String words = name + "\n" + envelope.reason();
            setOnAction(_ -> navigator.failure(envelope.envelopeId()));
            if (!words.equals(shown)) {
                shown = words;
                mark.show(kind);
                setAccessibleText(name);
                tip.setText(words);
            }
        }
    }
}
