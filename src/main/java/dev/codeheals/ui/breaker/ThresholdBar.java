package dev.codeheals.ui.breaker;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.ui.control.CrispCanvas;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;

/// The failure rate as a bar, with a mark where it trips.
public final class ThresholdBar extends StackPane {
    private static final double TALL = 6;
    private final Ui ui;
    private final BreakerViewModel model;

    public ThresholdBar(Ui ui, BreakerViewModel model) {
        this.ui = ui;
        this.model = model;
        CrispCanvas canvas = new CrispCanvas(ui.appearance().zoomProperty(), this::paint);
        getChildren().add(canvas);
        setMinSize(60, 28);
        setPrefSize(120, 28);
        model.snapshotProperty().subscribe(_ -> canvas.repaint());
        ui.appearance().themeProperty().subscribe(_ -> canvas.repaint());
    }

    private void paint(GraphicsContext gc, double width, double height) {
        BreakerSnapshot snapshot = model.snapshotProperty().get();
        Palette palette = ui.palette();
        double rate = snapshot.window().isEmpty() ? 0 : snapshot.failureRate();
        double y = (height - TALL) / 2;
        gc.setFill(palette.line());
        gc.fillRoundRect(0, y, width, TALL, TALL, TALL);
        gc.setFill(rate >= snapshot.threshold() ? palette.danger() : palette.success());
        gc.fillRoundRect(0, y, width * rate, TALL, TALL, TALL);
        gc.setFill(palette.text());
        gc.fillRect(Math.rint(width * snapshot.threshold()), y - 4, 2, TALL + 8);
    }
}
