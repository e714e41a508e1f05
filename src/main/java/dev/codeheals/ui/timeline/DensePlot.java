package dev.codeheals.ui.timeline;

import dev.codeheals.ui.control.MarkKind;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Paints very many marks, as dots of three pixels and in the lanes above, straight into memory: the time of a frame hardly depends on their number.
final class DensePlot {
    private int width;
    private int height;
    private int[] pixels = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Image image;

    /// The marks of the range on a transparent ground, as wide as the plot and as high as the plot and all above it.
    Image paint(Series series, TimeRange range, TimelineGeometry geometry, Map<MarkKind, Color> colors) {
        Image target = sized((int) Math.ceil(geometry.plotWidth()), (int) Math.ceil(geometry.plotBottom()));
        Arrays.fill(pixels, 0);
        int[] inks = new int[MarkKind.values().length];
        colors.forEach((kind, color) -> inks[kind.lane()] = argb(color));
        int last = series.from(range.until());
        double scale = width / range.length();
        int top = (int) geometry.plotTop();
        int tall = height - 1 - top;
        int[] lastColumn = new int[inks.length];
        Arrays.fill(lastColumn, -1);
        for (int i = series.from(range.from()); i < last; i++) {
            int x = Math.min(width - 1, (int) ((series.time(i) - range.from()) * scale));
            int lane = series.kind(i).lane();
            if (geometry.shown().holds(series.confidence(i))) {
                dot(x, top + (int) ((1 - geometry.shown().share(series.confidence(i))) * tall), inks[lane]);
            }
            if (lastColumn[lane] != x) {
                lastColumn[lane] = x;
                tick(x, (int) TimelineGeometry.laneTop(lane), inks[lane]);
            }
        }
        if (buffer != null) {
            buffer.updateBuffer(_ -> null);
        }
        return target;
    }

    private void tick(int x, int y, int ink) {
        for (int row = y; row < Math.min(height, y + TimelineGeometry.LANE - 1); row++) {
            pixels[row * width + x] = ink;
        }
    }

    private void dot(int x, int y, int ink) {
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
            int at = row * width;
            for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                pixels[at + column] = ink;
            }
        }
    }

    private Image sized(int newWidth, int newHeight) {
        if (image == null || newWidth != width || newHeight != height) {
            width = newWidth;
            height = newHeight;
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            image = new WritableImage(buffer);
        }
        return image;
    }

    private static int argb(Color color) {
        return 0xFF << 24 | (int) Math.round(color.getRed() * 255) << 16 | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
