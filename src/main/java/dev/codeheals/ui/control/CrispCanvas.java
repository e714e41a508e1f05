package dev.codeheals.ui.control;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A canvas that fills its room and stays sharp at any zoom. Paints once a frame at most.
public final class CrispCanvas extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableDoubleValue zoom;
    private final Painter painter;
    private final Scale shrink = new Scale(1, 1);
    private boolean stale = true;

    /// Paints the whole room; the context is already cleared and scaled.
    @FunctionalInterface
    public interface Painter {
        void paint(GraphicsContext gc, double width, double height);
    }

    public CrispCanvas(ObservableDoubleValue zoom, Painter painter) {
        this.zoom = zoom;
        this.painter = painter;
        canvas.setManaged(false);
        canvas.getTransforms().add(shrink);
        getChildren().add(canvas);
        zoom.subscribe(_ -> repaint());
    }

    /// Asks for a new picture with the next frame.
    public void repaint() {
        stale = true;
        requestLayout();
    }

    /// Paints now; for measuring.
    public void paintNow() {
        double factor = zoom.get();
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (canvas.getWidth() != Math.ceil(width * factor) || canvas.getHeight() != Math.ceil(height * factor)) {
            canvas.setWidth(Math.ceil(width * factor));
            canvas.setHeight(Math.ceil(height * factor));
        }
        shrink.setX(1 / factor);
        shrink.setY(1 / factor);
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.save();
        gc.scale(factor, factor);
        gc.clearRect(0, 0, width + 1, height + 1);
        painter.paint(gc, width, height);
        gc.restore();
        stale = false;
    }

    @Override
    protected void layoutChildren() {
        boolean resized = canvas.getWidth() != Math.ceil(Math.floor(getWidth()) * zoom.get())
                || canvas.getHeight() != Math.ceil(Math.floor(getHeight()) * zoom.get());
        if (stale || resized) {
            paintNow();
        }
    }
}
