package dev.codeheals.ui.knowledge;

import dev.codeheals.ui.control.CrispCanvas;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.theme.Fonts;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Predicted against kept: on the diagonal the numbers were honest. A disc's size tells how many fixes stand behind it.
final class ReliabilityChart extends StackPane {
    private static final double LEFT = 44;
    private static final double BOTTOM = 36;
    private static final Font LABEL = Font.font(Fonts.TEXT, 11);
    private final Ui ui;
    private final KnowledgeViewModel model;

    ReliabilityChart(Ui ui, KnowledgeViewModel model) {
        this.ui = ui;
        this.model = model;
        CrispCanvas canvas = new CrispCanvas(ui.appearance().zoomProperty(), this::paint);
        getChildren().add(canvas);
        setMinSize(220, 220);
        setPrefSize(320, 260);
        model.reliabilityProperty().subscribe(r -> {
            canvas.repaint();
            setAccessibleText(ReliabilityWords.sentence(ui, r));
        });
        ui.appearance().themeProperty().subscribe(_ -> canvas.repaint());
    }

    private void paint(GraphicsContext gc, double width, double height) {
        double w = width - LEFT - 24;
        double h = height - BOTTOM - 8;
        gc.setFont(LABEL);
        gc.setTextBaseline(VPos.CENTER);
        gc.setStroke(ui.palette().line());
        for (int i = 0; i <= 4; i++) {
            double share = i / 4.0;
            double x = Math.rint(LEFT + share * w) + 0.5;
            double y = Math.rint(8 + (1 - share) * h) + 0.5;
            gc.strokeLine(LEFT, y, LEFT + w, y);
            gc.strokeLine(x, 8, x, 8 + h);
            gc.setFill(ui.palette().muted());
            gc.setTextAlign(TextAlignment.RIGHT);
            gc.fillText(Math.round(share * 100) + " %", LEFT - 6, y);
            gc.setTextAlign(TextAlignment.CENTER);
            gc.fillText(Math.round(share * 100) + " %", x, 8 + h + 10);
        }
        gc.fillText(ui.text("knowledge.reliability.x"), LEFT + w / 2, height - 8);
        gc.setStroke(ui.palette().muted());
        gc.setLineDashes(4, 4);
        gc.strokeLine(LEFT, 8 + h, LEFT + w, 8);
        gc.setLineDashes();
        gc.setFill(ui.palette().accent());
        for (Reliability.Bin bin : model.reliabilityProperty().get().bins()) {
            if (bin.count() > 0) {
                double r = 3 + Math.min(9, Math.sqrt(bin.count()));
                gc.fillOval(LEFT + bin.predicted() * w - r, 8 + (1 - bin.kept()) * h - r, 2 * r, 2 * r);
            }
        }
    }
}
