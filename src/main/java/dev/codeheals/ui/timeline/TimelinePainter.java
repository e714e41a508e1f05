package dev.codeheals.ui.timeline;

import dev.codeheals.engine.breaker.BreakerState;
import dev.codeheals.engine.envelope.EnvelopeRow;
import dev.codeheals.engine.score.Certainty;
import dev.codeheals.ui.control.MarkKind;
import dev.codeheals.ui.control.MarkShape;
import dev.codeheals.ui.control.Ui;
import dev.codeheals.ui.project.EnvelopeFilter;
import dev.codeheals.ui.theme.Fonts;
import dev.codeheals.ui.theme.Palette;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints the timeline: few marks as shapes joined heal by heal, many as dots; every kind present in a column shows in the lanes above.
final class TimelinePainter {
    private static final int SHAPES = 1_500;
    private static final Font LABEL = Font.font(Fonts.TEXT, 11);
    private static final double DASH = 4;
    private static final double PROMOTE_FROM = 0.8;
    private static final double AUTO_FROM = 0.9;
    private final Ui ui;
    private final TimelineViewModel model;
    private final DensePlot dense = new DensePlot();

    TimelinePainter(Ui ui, TimelineViewModel model) {
        this.ui = ui;
        this.model = model;
    }

    void paint(GraphicsContext gc, double width, double height) {
        TimelineGeometry geometry = new TimelineGeometry(width, height, model.heightsProperty().get());
        TimeRange range = model.rangeProperty().get();
        Series series = model.seriesProperty().get();
        Palette palette = ui.palette();
        grid(gc, geometry, range, palette);
        gc.save();
        gc.beginPath();
        gc.rect(TimelineGeometry.LEFT - 6, 0, geometry.plotWidth() + 12, height);
        gc.clip();
        int first = series.from(range.from());
        int last = series.from(range.until());
        if (last - first > SHAPES) {
            gc.drawImage(dense.paint(series, range, geometry, colors(palette)), TimelineGeometry.LEFT, 0);
        } else {
            lanes(gc, geometry, range, series);
            heals(gc, geometry, range, series, palette);
            for (int i = first; i < last; i++) {
                if (geometry.shown().holds(series.confidence(i))) {
                    MarkShape.paint(gc, series.kind(i), palette, geometry.x(range, series.time(i)), geometry.y(series.confidence(i)), 4.5);
                }
            }
        }
        band(gc, geometry, range, series, palette);
        selection(gc, geometry, range, series, palette);
        gc.restore();
    }

    private void grid(GraphicsContext gc, TimelineGeometry geometry, TimeRange range, Palette palette) {
        gc.setFont(LABEL);
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.RIGHT);
        for (double level : levels(geometry.shown())) {
            double y = Math.rint(geometry.y(level));
            gc.setFill(palette.line());
            level(gc, geometry, y, level == PROMOTE_FROM || level == AUTO_FROM);
            gc.setFill(palette.muted());
            gc.fillText(String.format(ui.texts().locale(), geometry.shown().high() - geometry.shown().low() < 0.3 ? "%.2f" : "%.1f", level), TimelineGeometry.LEFT - 8, y);
        }
        gc.setTextAlign(TextAlignment.CENTER);
        for (TimeTicks.Tick tick : TimeTicks.of(range, geometry.plotWidth(), ZoneId.systemDefault(), ui.texts().locale()).ticks()) {
            double x = Math.rint(geometry.x(range, tick.at()));
            gc.fillRect(x, geometry.plotBottom(), 1, 4);
            gc.fillText(tick.label(), Math.clamp(x, TimelineGeometry.LEFT + 28, Math.max(TimelineGeometry.LEFT + 28, geometry.width() - 40)),
                    geometry.plotBottom() + 13);
        }
    }

    /// The two that decide and a few to read by; the closer one looks, the more.
    private static double[] levels(ConfidenceRange shown) {
        double length = shown.high() - shown.low();
        double[] all = length > 0.5 ? new double[] {0, 0.5, 0.8, 0.9, 1} : IntStream.rangeClosed(0, 50).mapToDouble(i -> i / 50.0).toArray();
        double step = length > 0.2 ? 0.1 : 0.02;
        return DoubleStream.of(all).filter(level -> shown.holds(level) && (length > 0.5 || Math.abs(Math.rint(level / step) * step - level) < 1e-9)).toArray();
    }

    /// Filled and not stroked: without a graphics card a stroke costs a hundred times as much, dashes more.
    private static void level(GraphicsContext gc, TimelineGeometry geometry, double y, boolean dashed) {
        if (dashed) {
            for (double x = 0; x < geometry.plotWidth(); x += 2 * DASH) {
                gc.fillRect(TimelineGeometry.LEFT + x, y, Math.min(DASH, geometry.plotWidth() - x), 1);
            }
        } else {
            gc.fillRect(TimelineGeometry.LEFT, y, geometry.plotWidth(), 1);
        }
    }

    private void lanes(GraphicsContext gc, TimelineGeometry geometry, TimeRange range, Series series) {
        Map<MarkKind, Color> colors = colors(ui.palette());
        int[] lastColumn = new int[MarkKind.values().length];
        Arrays.fill(lastColumn, Integer.MIN_VALUE);
        int last = series.from(range.until());
        for (int i = series.from(range.from()); i < last; i++) {
            int row = series.kind(i).lane();
            int column = (int) geometry.x(range, series.time(i));
            if (column != lastColumn[row]) {
                lastColumn[row] = column;
                gc.setFill(colors.get(series.kind(i)));
                gc.fillRect(column, TimelineGeometry.laneTop(row), 1.5, TimelineGeometry.LANE - 1);
            }
        }
    }

    private static void heals(GraphicsContext gc, TimelineGeometry geometry, TimeRange range, Series series, Palette palette) {
        Map<String, Integer> before = new HashMap<>();
        gc.setStroke(palette.line());
        gc.setFill(palette.line());
        gc.setLineWidth(2);
        int last = series.from(range.until());
        for (int i = series.from(range.from()); i < last; i++) {
            Integer previous = before.put(series.row(i).healId(), i);
            if (previous != null && (geometry.shown().holds(series.confidence(previous)) || geometry.shown().holds(series.confidence(i)))) {
                link(gc, geometry.x(range, series.time(previous)), geometry.y(series.confidence(previous)),
                        geometry.x(range, series.time(i)), geometry.y(series.confidence(i)));
            }
        }
        gc.setLineWidth(1);
    }

    /// Attempts of one heal mostly stand above one another: those need no slanted line, which costs far more.
    private static void link(GraphicsContext gc, double x1, double y1, double x2, double y2) {
        if (Math.abs(x2 - x1) < 2) {
            gc.fillRect(Math.rint(x1) - 1, Math.min(y1, y2), 2, Math.abs(y2 - y1));
        } else {
            gc.strokeLine(x1, y1, x2, y2);
        }
    }

    private static void band(GraphicsContext gc, TimelineGeometry geometry, TimeRange range, Series series, Palette palette) {
        int first = Math.max(0, series.from(range.from()) - 1);
        int last = Math.min(series.size(), series.from(range.until()) + 1);
        double start = TimelineGeometry.LEFT;
        @Nullable BreakerState state = null;
        for (int i = first; i < last; i++) {
            BreakerState next = series.row(i).breakerState();
            if (next != state) {
                double x = i == first ? TimelineGeometry.LEFT : geometry.x(range, series.time(i));
                stretch(gc, geometry, start, x, state, palette);
                start = x;
                state = next;
            }
        }
        stretch(gc, geometry, start, TimelineGeometry.LEFT + geometry.plotWidth(), state, palette);
    }

    private static void stretch(GraphicsContext gc, TimelineGeometry geometry, double from, double to, @Nullable BreakerState state, Palette palette) {
        if (state == null || to <= from) {
            return;
        }
        gc.setFill(switch (state) {
            case CLOSED -> palette.success().deriveColor(0, 1, 1, 0.45);
            case HALF_OPEN -> palette.warning();
            case OPEN, FORCED_OPEN -> palette.danger();
        });
        gc.fillRect(from, geometry.bandTop(), Math.max(1, to - from), TimelineGeometry.BAND);
    }

    private void selection(GraphicsContext gc, TimelineGeometry geometry, TimeRange range, Series series, Palette palette) {
        model.filters().filters().forEach(filter -> shade(gc, geometry, range, filter, palette, 0.12));
        EnvelopeFilter brushed = model.brushProperty().get();
        if (brushed != null) {
            shade(gc, geometry, range, brushed, palette, 0.22);
        }
        int selected = model.selectedProperty().get();
        if (selected >= 0 && selected < series.size() && geometry.shown().holds(series.confidence(selected))) {
            double x = geometry.x(range, series.time(selected));
            double y = geometry.y(series.confidence(selected));
            gc.setStroke(palette.text());
            gc.setLineWidth(1.5);
            gc.strokeOval(x - 8, y - 8, 16, 16);
            gc.strokeLine(x, geometry.plotBottom(), x, geometry.plotBottom() + 5);
        }
    }

    private static void shade(GraphicsContext gc, TimelineGeometry geometry, TimeRange range, EnvelopeFilter filter, Palette palette, double alpha) {
        double from = geometry.x(range, filter.start());
        double until = geometry.x(range, filter.end());
        gc.setFill(palette.accent().deriveColor(0, 1, 1, alpha));
        gc.fillRect(from, 0, Math.max(1, until - from), geometry.plotBottom());
    }

    private static Map<MarkKind, Color> colors(Palette palette) {
        Map<MarkKind, Color> colors = new EnumMap<>(MarkKind.class);
        for (MarkKind kind : MarkKind.values()) {
            colors.put(kind, MarkShape.color(kind, palette));
        }
        return colors;
    }

    /// The mark under the pointer within eight pixels; -1 for none.
    static int hit(TimelineGeometry geometry, TimeRange range, Series series, double x, double y) {
        double reach = 8;
        int from = series.from(geometry.time(range, x - reach));
        int until = series.from(geometry.time(range, x + reach));
        int best = -1;
        double nearest = reach * reach;
        for (int i = from; i < until; i++) {
            if (!geometry.shown().holds(series.confidence(i))) {
                continue;
            }
            double dx = geometry.x(range, series.time(i)) - x;
            double dy = geometry.y(series.confidence(i)) - y;
            if (dx * dx + dy * dy <= nearest) {
                nearest = dx * dx + dy * dy;
                best = i;
            }
        }
        return best;
    }

    /// What a tip says about a mark.
    static String tip(Ui ui, EnvelopeRow row) {
        Double confidence = row.confidence();
        String number = confidence == null ? ui.text("confidence.none") : ui.text("confidence.value", Certainty.digits(confidence));
        return row.clusterId() + "\n" + ui.texts().of("mark", MarkKind.of(row.decision(), row.outcome())) + " · " + number + "\n"
                + row.source() + " · " + ui.times().exact(row.createdAt());
    }
}
