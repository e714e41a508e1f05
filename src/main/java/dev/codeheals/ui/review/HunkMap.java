package dev.codeheals.ui.review;

import dev.codeheals.ui.control.CrispCanvas;
import dev.codeheals.ui.control.Ui;
import java.util.function.IntConsumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;

/// Where the changes lie in the file, as a thin strip; a click goes there.
final class HunkMap extends StackPane {
    private final Ui ui;
    private final ReviewViewModel model;
    private final CrispCanvas canvas;

    HunkMap(Ui ui, ReviewViewModel model, IntConsumer goTo) {
        this.ui = ui;
        this.model = model;
        canvas = new CrispCanvas(ui.appearance().zoomProperty(), this::paint);
        getChildren().add(canvas);
        getStyleClass().add("hunk-map");
        setMinWidth(12);
        setPrefWidth(12);
        model.draft().rows().subscribe(canvas::repaint);
        model.draft().hunkProperty().subscribe(_ -> canvas.repaint());
        ui.appearance().themeProperty().subscribe(_ -> canvas.repaint());
        setOnMousePressed(event -> goTo.accept((int) (event.getY() / Math.max(1, getHeight()) * model.draft().rows().size())));
    }

    /// At most one row a pixel: of ten thousand rows nobody sees more.
    private void paint(GraphicsContext gc, double width, double height) {
        int count = model.draft().rows().size();
        double step = height / Math.max(count, height / 20);
        int painted = -1;
        for (int i = 0; i < count; i++) {
            int pixel = (int) (i * step);
            if (pixel != painted && model.draft().rows().get(i) instanceof DiffRow.Changed row) {
                painted = pixel;
                row(gc, row, i * step, Math.max(2, step - 1), width);
            }
        }
    }

    private void row(GraphicsContext gc, DiffRow.Changed row, double y, double tall, double width) {
        gc.setFill(row.old() != null ? ui.palette().danger() : ui.palette().success());
        gc.fillRect(3, y, row.old() != null && row.fresh() != null ? 3 : width - 6, tall);
        if (row.old() != null && row.fresh() != null) {
            gc.setFill(ui.palette().success());
            gc.fillRect(6, y, 3, tall);
        }
        if (row.hunk() == model.draft().hunkProperty().get()) {
            gc.setFill(ui.palette().accent());
            gc.fillRect(0, y, 2, tall);
        }
    }
}
