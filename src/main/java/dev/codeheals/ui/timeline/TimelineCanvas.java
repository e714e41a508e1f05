package dev.codeheals.ui.timeline;

import dev.codeheals.ui.control.CrispCanvas;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.EnvelopeFilter;
import java.time.Instant;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The timeline's drawing and what wheel, mouse and keys do to it.
final class TimelineCanvas extends StackPane {
    private static final double WHEEL = 1.25;
    private final Ui ui;
    private final TimelineViewModel model;
    private final IntConsumer open;
    private final CrispCanvas canvas;
    /// Stands at the pointer's moment in the lanes, the plot and the band beneath.
    private final Region cursor = new Region();
    private final Tooltip tip = new Tooltip();
    private double pressedAt;
    private double panFrom;
    private boolean brushing;
    private boolean dragged;

    /// @param open what a double click or Enter on a mark does
    TimelineCanvas(Ui ui, TimelineViewModel model, IntConsumer open) {
        this.ui = ui;
        this.model = model;
        this.open = open;
        canvas = new CrispCanvas(ui.appearance().zoomProperty(), new TimelinePainter(ui, model)::paint);
        cursor.getStyleClass().add("timeline-cursor");
        cursor.setManaged(false);
        cursor.setMouseTransparent(true);
        cursor.setVisible(false);
        getChildren().addAll(canvas, cursor);
        getStyleClass().add("timeline-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setMinHeight(160);
        Tooltip.install(this, tip);
        model.rangeProperty().subscribe(canvas::repaint);
        model.heightsProperty().subscribe(canvas::repaint);
        model.brushProperty().subscribe(canvas::repaint);
        model.selectedProperty().subscribe(_ -> announce());
        model.seriesProperty().subscribe(canvas::repaint);
        model.filters().filters().subscribe(canvas::repaint);
        ui.appearance().themeProperty().subscribe(_ -> canvas.repaint());
        setOnScroll(this::scroll);
        setOnZoom(event -> model.zoom(event.getZoomFactor(), geometry().share(event.getX())));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> cursor.setVisible(false));
        setOnKeyPressed(this::key);
    }

    /// Paints at once; for measuring.
    void paintNow() {
        canvas.paintNow();
    }

    private TimelineGeometry geometry() {
        return new TimelineGeometry(getWidth(), getHeight(), model.heightsProperty().get());
    }

    private int at(MouseEvent event) {
        return TimelinePainter.hit(geometry(), model.rangeProperty().get(), model.seriesProperty().get(), event.getX(), event.getY());
    }

    private void announce() {
        int index = model.selectedProperty().get();
        setAccessibleText(index < 0 ? ui.text("timeline.accessible", model.seriesProperty().get().size())
                : TimelinePainter.tip(ui, model.seriesProperty().get().row(index)));
        canvas.repaint();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && event.isShortcutDown()) {
            model.zoomHeights(event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, geometry().rise(event.getY()));
        } else if (event.getDeltaY() != 0 && !event.isShiftDown()) {
            model.zoom(event.getDeltaY() > 0 ? WHEEL : 1 / WHEEL, geometry().share(event.getX()));
        } else {
            model.pan(-(event.getDeltaX() + event.getDeltaY()) / geometry().plotWidth());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedAt = event.getX();
        panFrom = event.getX();
        brushing = event.isShiftDown();
        dragged = false;
        setCursor(brushing ? Cursor.CROSSHAIR : Cursor.CLOSED_HAND);
    }

    private void drag(MouseEvent event) {
        dragged = dragged || Math.abs(event.getX() - pressedAt) > 3;
        if (brushing) {
            double a = geometry().time(model.rangeProperty().get(), Math.min(pressedAt, event.getX()));
            double b = geometry().time(model.rangeProperty().get(), Math.max(pressedAt, event.getX()));
            model.brushProperty().set(new EnvelopeFilter(Instant.ofEpochMilli((long) a), Instant.ofEpochMilli((long) b)));
        } else {
            model.pan((panFrom - event.getX()) / geometry().plotWidth());
            panFrom = event.getX();
        }
    }

    private void release(MouseEvent event) {
        setCursor(Cursor.DEFAULT);
        if (brushing && dragged) {
            model.applyBrush();
        } else if (!dragged) {
            int index = at(event);
            model.select(index);
            if (index >= 0 && event.getClickCount() == 2) {
                open.accept(index);
            }
        }
    }

    private void hover(MouseEvent event) {
        int index = at(event);
        setCursor(index >= 0 ? Cursor.HAND : Cursor.DEFAULT);
        double time = geometry().time(model.rangeProperty().get(), event.getX());
        tip.setText(index >= 0 ? TimelinePainter.tip(ui, model.seriesProperty().get().row(index))
                : ui.times().exact(Instant.ofEpochMilli((long) time)) + "\n" + ui.text("timeline.hint"));
        cursor.setVisible(event.getX() >= TimelineGeometry.LEFT && event.getX() <= getWidth() - TimelineGeometry.RIGHT);
        cursor.resizeRelocate(Math.rint(event.getX()), 0, 1, getHeight());
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> move(event, -1);
            case RIGHT -> move(event, 1);
            case PLUS, EQUALS, ADD -> model.zoom(WHEEL, 0.5);
            case MINUS, SUBTRACT -> model.zoom(1 / WHEEL, 0.5);
            case UP -> model.zoomHeights(WHEEL, 1);
            case DOWN -> model.zoomHeights(1 / WHEEL, 1);
            case Z -> model.zoomToFilters();
            case DIGIT0, NUMPAD0, HOME -> model.showAll();
            case F -> model.followNow();
            case ENTER -> openSelected();
            case ESCAPE -> model.filters().undo();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(KeyEvent event, int step) {
        if (event.isShiftDown()) {
            model.pan(step * 0.2);
        } else {
            model.walk(step);
        }
    }

    private void openSelected() {
        if (model.selectedProperty().get() >= 0) {
            open.accept(model.selectedProperty().get());
        }
    }
}
