package dev.codeheals.ui.theme;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows its one child magnified: the child is laid out in a smaller (or larger) room and scaled to fill this pane.
public final class ZoomPane extends Pane {
    private final Region child;
    private final ObservableDoubleValue zoom;
    private final Scale scale = new Scale(1, 1);

    public ZoomPane(Region child, ObservableDoubleValue zoom) {
        this.child = child;
        this.zoom = zoom;
        child.getTransforms().add(scale);
        getChildren().add(child);
        zoom.subscribe(_ -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double factor = zoom.get();
        scale.setX(factor);
        scale.setY(factor);
        child.resizeRelocate(0, 0, Math.ceil(getWidth() / factor), Math.ceil(getHeight() / factor));
    }
}
