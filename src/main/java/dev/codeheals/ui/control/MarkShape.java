package dev.codeheals.ui.control;

import dev.codeheals.ui.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Decision marks on a canvas; the same shapes and colours as {@link Mark}.
public final class MarkShape {
    private MarkShape() {}

    public static Color color(MarkKind kind, Palette palette) {
        return switch (kind) {
            case PROMOTE -> palette.success();
            case RETRY -> palette.warning();
            case ROLLBACK -> palette.danger();
            case WAITING -> palette.accent();
            case REFUSED -> palette.muted();
        };
    }

    /// @param r half the mark's size
    public static void paint(GraphicsContext gc, MarkKind kind, Palette palette, double x, double y, double r) {
        Color color = color(kind, palette);
        gc.setFill(color);
        switch (kind) {
            case PROMOTE -> gc.fillOval(x - r, y - r, 2 * r, 2 * r);
            case RETRY -> gc.fillPolygon(new double[] {x, x + r, x - r}, new double[] {y - r, y + r, y + r}, 3);
            case ROLLBACK -> gc.fillRect(x - r, y - r, 2 * r, 2 * r);
            case WAITING -> gc.fillPolygon(new double[] {x, x + r, x, x - r}, new double[] {y - r, y, y + r, y}, 4);
            case REFUSED -> {
                gc.setStroke(color);
                gc.setLineWidth(2);
                gc.strokeLine(x - r + 1, y - r + 1, x + r - 1, y + r - 1);
                gc.strokeLine(x - r + 1, y + r - 1, x + r - 1, y - r + 1);
                gc.setLineWidth(1);
            }
        }
    }
}
