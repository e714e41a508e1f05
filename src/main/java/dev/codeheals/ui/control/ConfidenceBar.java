package dev.codeheals.ui.control;

import dev.codeheals.engine.score.Certainty;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A confidence as two digits and a short bar with marks at 0.8 and 0.9; hollow while there is not enough history.
public final class ConfidenceBar extends HBox {
    private static final PseudoClass HOLLOW = PseudoClass.getPseudoClass("hollow");
    private static final double WIDTH = 56;
    private static final double HEIGHT = 6;

    private final Texts texts;
    private final Label number = new Label();
    private final Region fill = new Region();
    private final Pane bar = new Pane();

    public ConfidenceBar(Texts texts) {
        this.texts = texts;
        getStyleClass().add("confidence");
        number.getStyleClass().add("confidence-number");
        bar.getStyleClass().add("confidence-bar");
        bar.setMinSize(WIDTH, HEIGHT);
        bar.setPrefSize(WIDTH, HEIGHT);
        bar.setMaxSize(WIDTH, HEIGHT);
        fill.setManaged(false);
        fill.getStyleClass().add("confidence-fill");
        bar.getChildren().addAll(fill, tick(0.8), tick(0.9));
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getChildren().addAll(number, bar);
        show(null);
    }

    /// Shows a confidence; a dash for none.
    public void show(@Nullable Confidence confidence) {
        double value = confidence == null ? 0 : confidence.overall();
        number.setText(confidence == null ? "–" : Certainty.digits(value));
        fill.resizeRelocate(0, 0, WIDTH * value, HEIGHT);
        boolean hollow = confidence != null && !confidence.enoughHistory();
        pseudoClassStateChanged(HOLLOW, hollow);
        bar.setVisible(confidence != null);
        Tooltip.uninstall(this, null);
        setAccessibleText(confidence == null ? texts.get("confidence.none") : texts.get("confidence.value", number.getText()));
        if (confidence != null) {
            String history = hollow ? texts.get("confidence.hollow", confidence.sampleSize()) : texts.get("confidence.full", confidence.sampleSize());
            Tooltip.install(bar, new Tooltip(history));
        }
    }

    private static Region tick(double at) {
        Region tick = new Region();
        tick.setManaged(false);
        tick.getStyleClass().add("confidence-tick");
        tick.resizeRelocate(Math.rint(WIDTH * at), 0, 1, HEIGHT);
        return tick;
    }
}
