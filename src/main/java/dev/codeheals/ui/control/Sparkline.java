package dev.codeheals.ui.control;

import javafx.geometry.Dimension2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;

/// A line without axes, oldest value at the left.
public final class Sparkline extends StackPane {
    private final Ui ui;
    private final CrispCanvas canvas;
    private double[] values = {};

    public Sparkline(Ui ui, Dimension2D size) {
        this.ui = ui;
        canvas = new CrispCanvas(ui.appearance().zoomProperty(), this::paint);
        getChildren().add(canvas);
        setMinSize(size.getWidth(), size.getHeight());
        setPrefSize(size.getWidth(), size.getHeight());
        setMaxHeight(size.getHeight());
        ui.appearance().themeProperty().subscribe(_ -> canvas.repaint());
    }

    public void show(double... newValues) {
        values = newValues.clone();
        canvas.repaint();
    }

    private void paint(GraphicsContext gc, double width, double height) {
        if (values.length < 2) {
            gc.setStroke(ui.palette().line());
            gc.strokeLine(0, height - 2, width, height - 2);
            return;
        }
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double range = high - low < 1e-9 ? 1 : high - low;
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            xs[i] = 1 + i * (width - 2) / (values.length - 1);
            ys[i] = high - low < 1e-9 ? height / 2 : height - 2 - (values[i] - low) / range * (height - 4);
        }
        gc.setStroke(ui.palette().accent());
        gc.setLineWidth(1.5);
        gc.strokePolyline(xs, ys, values.length);
    }
}
